/** What the rows of a list are called. */
export type Noun = { one: string; many: string }

/** `1 person`, `1,248 people`. */
export function countOf(count: number, noun: Noun): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? noun.one : noun.many}`
}
