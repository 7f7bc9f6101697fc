import { expect, test } from 'vitest'
import { type Encoding, ENCODINGS, encodingNamed } from './encodings'
import { guessEncoding } from './guess-encoding'
import { readTable } from './read-table'

const PEOPLE = {
  english: 'Brontë Charlotte Siobhán Renée Chloé Nuñez Zoë',
  german: 'Müller Jörg Weiß Käthe Händler Günther Jürgen Prüfer Öffentlichkeitsarbeit Strauß',
  french: 'Lefèvre Hélène Gonçalves François Trésorerie Comptabilité Bélanger Côté Noël Gérante',
  spanish: 'Muñoz José García María Peña Íñigo Administración Jurídico Sánchez Núñez Gómez',
  nordic: 'Sjögren Håkan Åkerlund Ødegård Bjørn Søren Hämäläinen Pålsson Lindström Bäckström',
  polish: 'Wójcik Łukasz Małgorzata Księgowość Dąbrowski Stanisław Zieliński Sprzedaż Krawczyk',
  polishOfFewLetters: 'Dąbrowski Małgorzata Stępień Kamińska Pająk Wójcik Wróbel Zając',
  czech: 'Dvořák Jiří Nováková Účetnictví Černý Tomáš Právník Ředitel Růžičková Kateřina',
  turkish: 'Yılmaz Ayşe Şahin Çağlar Öztürk İbrahim Satış Müdür Yönetici Doğan Kılıç Aydın',
  russian: 'Иванов Пётр Смирнова Анна Продажи Менеджер Бухгалтерия Кузнецов Попова Соколов',
  greek: 'Παπαδόπουλος Γιώργος Νικολάου Μαρία Πωλήσεις Διευθυντής Λογιστήριο Υπάλληλος',
  hebrew: 'כהן דוד לוי שרה מכירות מנהל כספים חשבת ירושלים אברהם יעקב משפטים',
  arabic: 'أحمد محمد المبيعات مدير فاطمة المالية محاسب عبدالله القانونية الرئيس',
  japanese: '田中 太郎 営業部 課長 佐藤 花子 経理部 部長 鈴木 一郎 人事部 担当',
  chinese: '王伟 销售部 经理 李娜 财务部 会计 张敏 人事部 主管 刘洋 法务部',
  taiwanese: '陳志明 業務部 經理 林淑芬 財務部 會計 張家豪 人事部 主管 法務部',
  korean: '김민준 영업부 과장 이서연 회계부 부장 박지훈 인사부 대리',
}

/** Text in an encoding that this runtime can only read: each letter by the bytes that are read as it. */
function encode(text: string, encoding: Encoding): Uint8Array {
  const bytesOf = new Map<string, number[]>()
  const learn = (...bytes: number[]) => {
    try {
      const letter = new TextDecoder(encoding, { fatal: true }).decode(Uint8Array.from(bytes))
      if (!bytesOf.has(letter)) bytesOf.set(letter, bytes)
    } catch {
      // No letter has these bytes.
    }
  }
  for (let first = 0; first < 256; first++) learn(first)
  if (/[\u3000-\uffff]/.test(text))
    for (let first = 0x81; first < 255; first++)
      for (let second = 0x40; second < 255; second++) learn(first, second)
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const bytes = bytesOf.get(letter)
      if (bytes === undefined) throw new Error(`${letter} is not in ${encoding}`)
      return bytes
    }),
  )
}

/** A file of `lines`, one in four about somebody of the list, the others in English. */
function hrFile(people: string, lines: number): string {
  const words = people.split(' ')
  const of = (at: number, other: string) => (at % 4 === 0 ? words[(at / 4) % words.length] : other)
  return [
    'Employee No,Last name,First name,Email,Phone,Department',
    ...Array.from(
      { length: lines },
      (_, at) =>
        `${1000 + at},${of(at, 'Smith')},${of(at + 4, 'John')},p${at}@firm.example,+44 20 7946 0${100 + (at % 900)},Sales`,
    ),
  ].join('\r\n')
}

test.each([
  ['english', 'windows-1252'],
  ['german', 'windows-1252'],
  ['french', 'windows-1252'],
  ['spanish', 'windows-1252'],
  ['nordic', 'windows-1252'],
  ['polish', 'windows-1250'],
  ['polishOfFewLetters', 'windows-1250'],
  ['polishOfFewLetters', 'iso-8859-2'],
  ['czech', 'windows-1250'],
  ['czech', 'iso-8859-2'],
  ['polish', 'iso-8859-2'],
  ['turkish', 'windows-1254'],
  ['russian', 'windows-1251'],
  ['russian', 'koi8-r'],
  ['russian', 'iso-8859-5'],
  ['greek', 'iso-8859-7'],
  ['hebrew', 'iso-8859-8'],
  ['arabic', 'windows-1256'],
  ['japanese', 'shift_jis'],
  ['chinese', 'gb18030'],
  ['taiwanese', 'big5'],
  ['korean', 'euc-kr'],
] as const)('names in %s are told to be %s', async (people, encoding) => {
  for (const lines of [80, 800]) {
    const text = hrFile(PEOPLE[people], lines)
    const table = await readTable(encode(text, encoding), 'hr.csv')
    expect(table.encoding).toBe(encoding)
    expect([table.heading, ...table.lines.map(({ cells }) => cells)]).toEqual(
      text.split('\r\n').map((line) => line.split(',')),
    )
  }
})

test('a Western word alone is read as one', () => {
  const { english, german, french, spanish, nordic } = PEOPLE
  const words = [english, german, french, spanish, nordic].flatMap((people) => people.split(' '))
  const misread = words.filter(
    (word) => guessEncoding(encode(`1,Smith,${word}`, 'windows-1252')) !== 'windows-1252',
  )
  expect(misread).toEqual([])
})

test('what is chosen goes before a guess, and a byte-order mark before what is chosen', async () => {
  const polish = encode('Name,City\nWójcik,Łódź\n', 'windows-1250')
  expect((await readTable(polish, 'hr.csv')).encoding).toBe('windows-1252')
  const chosen = await readTable(polish, 'hr.csv', 'windows-1250')
  expect(chosen).toMatchObject({ encoding: 'windows-1250', lines: [{ cells: ['Wójcik', 'Łódź'] }] })
  const marked = new TextEncoder().encode('\ufeffName,City\nWójcik,Łódź\n')
  expect((await readTable(marked, 'hr.csv', 'windows-1250')).encoding).toBe('utf-8')
})

test('every encoding that may be chosen can be read here, and is found by its name', () => {
  for (const encoding of Object.keys(ENCODINGS)) {
    expect(new TextDecoder(encoding).decode(Uint8Array.of(0x41, 0x41))).not.toBe('')
    expect(encodingNamed(encoding.toUpperCase())).toBe(encoding)
  }
  expect(encodingNamed('constructor')).toBeNull()
})
