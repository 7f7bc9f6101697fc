/** People whose names are stable, so that they can be looked for by hand; the rest of the firm follows. */
export const KNOWN_SUBSCRIBERS = [
  ['Priya', 'Shah', 'Accounts'],
  ['Ewan', 'Price', 'Sales'],
  ['Luca', 'Moretti', 'Trading'],
  ['Tom', 'Okafor', 'Sales'],
  ['Hannah', 'Lindqvist', 'Contact Centre'],
  ['Aisha', 'Rahman', 'Accounts'],
  ['Marcus', 'Bell', 'Contact Centre'],
  ['Dana', 'Whitfield', 'Support'],
  ['Sofia', 'Navarro', 'Trading'],
  ['Joel', 'Adeyemi', 'Contact Centre'],
  ['Ingrid', 'Halvorsen', 'Compliance'],
  ['Rhys', 'Morgan', 'Pensions'],
  // Those who speak in the calls that are kept as files.
  ['Ruth', 'Adeyemi', 'Contact Centre'],
  ['Hannah', 'Price', 'Accounts'],
  ['Sophie', 'Lindqvist', 'Sales'],
] as const

/** Subscribers who also sign in to the console, by their place among the sixty. Names that no greeting speaks. */
export const CONSOLE_SUBSCRIBERS: Readonly<Record<number, readonly [string, string, string]>> = {
  31: ['Anna', 'Meyer', 'anna.meyer@sandbox.example'],
  37: ['Daniel', 'Okafor', 'daniel.okafor@sandbox.example'],
}

export const FIRST_NAMES = [
  'Amelia',
  'Benedict',
  'Clara',
  'Dmitri',
  'Elena',
  'Farid',
  'Grace',
  'Harriet',
  'Imran',
  'Jonas',
  'Keiko',
  'Liam',
  'Maya',
  'Niamh',
  'Oscar',
  'Petra',
  'Quentin',
  'Rosa',
  'Samir',
  'Tessa',
  'Umar',
  'Vera',
  'Wesley',
  'Yasmin',
]

export const LAST_NAMES = [
  'Ashworth',
  'Brennan',
  'Castellan',
  'Dunmore',
  'Eriksen',
  'Fontaine',
  'Gallagher',
  'Hussain',
  'Ivanova',
  'Jansen',
  'Kowalski',
  'Lambert',
  'McKenna',
  'Nakamura',
  "O'Connell",
  'Pemberton',
  'Quigley',
  'Rossi',
  'Stavros',
  'Thornbury',
  'Ueda',
  'Villiers',
  'Woodhouse',
  'Zielinski',
]

export const DEPARTMENTS = [
  'Sales',
  'Accounts',
  'Contact Centre',
  'Trading',
  'Support',
  'Pensions',
  'Compliance',
] as const
export type Department = (typeof DEPARTMENTS)[number]

/** Customers known by name; the company is the domain of their address. */
export const KNOWN_CONTACTS = [
  ['M.', 'Fairweather', 'fairweather'],
  ['Northgate', 'Logistics', 'northgate-logistics'],
  ['Carol', 'Bright', 'brightfoods'],
  ['Theo', 'Lindgren', 'lindgren-marine'],
  ['Zoë', 'Castle', 'castle-dental'],
  ['José', 'Martínez', 'martinez-obra'],
  // Those who speak in the calls that are kept as files.
  ['Martin', 'Hale', 'pinecrest'],
  ['Joan', 'Whitlock', 'oakhurst'],
  ['Peter', 'Osei', 'meridian-tools'],
] as const

export const COMPANIES = [
  'halden',
  'orchard-lane',
  'brightfoods',
  'kestrel-air',
  'tidewater',
  'pinecrest',
  'meridian-tools',
  'oakhurst',
]

/** Addresses that belong to nobody in the directory. The first is the one the vendor's own pages use. */
export const UNASSIGNED_PHONES = [
  '447897897897',
  '441614960733',
  '12125550147',
  '442079460812',
  '447700900342',
  '441314960198',
  '33170180941',
  '4930901820',
  '447700900871',
  '18005550199',
]

export const UNASSIGNED_EMAILS = [
  'j.soto@halden.example',
  'accounts@orchard-lane.example',
  'no-reply@kestrel-air.example',
  'purchasing@tidewater.example',
]

/** Lines that several people answer. */
export const SHARED_PHONES = ['441614960700', '441614960701', '448081570199']
