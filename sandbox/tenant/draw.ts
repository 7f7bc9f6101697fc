/** A number that depends on nothing but the seed, an index and the purpose it is drawn for. */
export type Draw = {
  /** 0 to 2^32 - 1. */
  integer(index: number, purpose: number): number
  /** 0 up to, not including, `below`. */
  below(index: number, purpose: number, below: number): number
  /** 0 up to, not including, 1. */
  unit(index: number, purpose: number): number
}

/** One number a purpose, so that no two facts of a recording are drawn alike. */
export const PURPOSE = {
  start: 1,
  kind: 2,
  direction: 3,
  person: 4,
  other: 5,
  otherChoice: 6,
  duration: 7,
  durationWithin: 8,
  format: 9,
  topic: 10,
  media: 11,
  transcript: 12,
  hold: 13,
  retention: 14,
  comments: 15,
  tags: 16,
  extraTag: 17,
  participants: 18,
  language: 19,
  identity: 20,
  message: 21,
  audit: 22,
  extras: 23,
  caller: 24,
  firm: 25,
  firstName: 26,
  lastName: 27,
  department: 28,
  job: 29,
  team: 30,
  endpoints: 31,
  user: 32,
  mobile: 33,
  startDate: 34,
  order: 35,
  /** And a number for each cell of a row. */
  spelling: 1000,
} as const

function scramble(value: number): number {
  let mixed = value >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

export function makeDraw(seed: number): Draw {
  const base = scramble(seed + 0x9e3779b9)
  const integer = (index: number, purpose: number) =>
    scramble((scramble(Math.imul(purpose, 0x85ebca6b) ^ base) + Math.imul(index, 0x9e3779b1)) >>> 0)
  return {
    integer,
    below: (index, purpose, below) => Math.floor((integer(index, purpose) / 2 ** 32) * below),
    unit: (index, purpose) => integer(index, purpose) / 2 ** 32,
  }
}
