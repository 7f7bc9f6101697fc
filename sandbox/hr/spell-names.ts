/** What people are called by a given name. */
export const NICKNAMES: Record<string, string> = {
  Alexander: 'Alex',
  Andrew: 'Andy',
  Anthony: 'Tony',
  Benjamin: 'Ben',
  Catherine: 'Cathy',
  Charlotte: 'Lottie',
  Christopher: 'Chris',
  Daniel: 'Dan',
  David: 'Dave',
  Deborah: 'Debbie',
  Edward: 'Ted',
  Elizabeth: 'Liz',
  Frederick: 'Fred',
  Gerald: 'Gerry',
  Isabella: 'Bella',
  Jacqueline: 'Jackie',
  James: 'Jim',
  Jennifer: 'Jenny',
  Joseph: 'Joe',
  Joshua: 'Josh',
  Katherine: 'Kate',
  Margaret: 'Peggy',
  Matthew: 'Matt',
  Michael: 'Mike',
  Nathaniel: 'Nat',
  Nicholas: 'Nick',
  Patricia: 'Trish',
  Philippa: 'Pip',
  Rebecca: 'Becky',
  Richard: 'Dick',
  Robert: 'Bob',
  Samuel: 'Sam',
  Stephen: 'Steve',
  Susan: 'Sue',
  Thomas: 'Tom',
  Timothy: 'Tim',
  Victoria: 'Vicky',
  Walter: 'Walt',
  William: 'Bill',
}

const WRITTEN_OUT: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
  ø: 'oe',
  Ø: 'Oe',
  å: 'aa',
  Å: 'Aa',
}

const MIDDLE_NAMES = ['Jane', 'Ann', 'Lee', 'Marie', 'George']

/** `Müller` as `Mueller`. */
export function writtenOut(text: string): string {
  return text.replace(/[äöüÄÖÜßøØåÅ]/g, (letter) => WRITTEN_OUT[letter] ?? letter)
}

/** `Müller` as `Muller`. */
export function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/Ø/g, 'O')
    .replace(/’/g, "'")
}

/** A name in two cells, and in one. */
export type NameCells = { first: string; last: string; whole: string }

/** A name as HR systems write it, chosen by two lots. Every way is the same person's name. */
export function messyName(
  { first, last }: { first: string; last: string },
  way: number,
  letters: number,
  { nicknames }: { nicknames: boolean },
): NameCells {
  const spell = [writtenOut, withoutMarks, (text: string) => text][letters % 3] ?? writtenOut
  const [f, l] = [spell(first), spell(last)]
  const usual = { first: f, last: l, whole: `${f} ${l}` }
  const middle = MIDDLE_NAMES[way % MIDDLE_NAMES.length] ?? 'Jane'
  const nickname = nicknames ? NICKNAMES[first] : undefined
  switch (way % 10) {
    case 0:
      return { first: l, last: f, whole: `${l} ${f}` }
    case 1:
      return { first: f, last: l.toUpperCase(), whole: `${l.toUpperCase()}, ${f}` }
    case 2:
      return { ...usual, first: `${f} ${middle}`, whole: `${f} ${middle} ${l}` }
    case 3:
      return { ...usual, first: `${f} ${middle[0]}.`, whole: `${f} ${middle[0]}. ${l}` }
    case 4:
      return { ...usual, first: f.toUpperCase(), whole: `${l}, ${f}` }
    case 5:
      return { first: ` ${f}`, last: `${l} `, whole: `Dr ${f}  ${l}` }
    case 6:
    case 7:
      return nickname === undefined
        ? { ...usual, whole: usual.whole.toUpperCase() }
        : { ...usual, first: nickname, whole: `${nickname} ${l}` }
    default:
      return usual
  }
}
