import { type Draw, PURPOSE } from './draw'

const FACTOR = 0x9e3779b1
const SHIFT = 0x5bd1e995

/** The number that undoes a multiplication by `FACTOR` modulo 2^32, by Newton's steps. */
const INVERSE = (() => {
  let inverse = FACTOR
  for (let step = 0; step < 5; step++) {
    inverse = Math.imul(inverse, 2 - Math.imul(FACTOR, inverse))
  }
  return inverse >>> 0
})()

const hex = (value: number) => (value >>> 0).toString(16).padStart(8, '0')

/** The id the source platform gave. It hides the index, so that nothing has to be kept to find it again. */
export function thirdPartyIdOf(index: number, kind: string, draw: Draw): string {
  const hidden = hex(Math.imul((index + SHIFT) >>> 0, FACTOR))
  const rest = [0x11, 0x22, 0x33].map((salt) =>
    hex(draw.integer(index ^ (salt << 24), PURPOSE.identity)),
  )
  const digits = hidden + rest.join('')
  if (kind === 'teams') return `19:meeting_${digits}@thread.v2`
  if (kind === 'sms' || kind === 'whatsapp') return `SM${digits}`
  if (kind === 'contact-centre') return `CC-${digits}`
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ].join('-')
}

/** The index such an id would have; null when it cannot be one. The caller compares the whole id. */
export function indexInThirdPartyId(thirdPartyId: string): number | null {
  const digits = /[0-9a-f]{32}/.exec(thirdPartyId.replaceAll('-', ''))?.[0]
  if (!digits) return null
  const hidden = Number.parseInt(digits.slice(0, 8), 16)
  return (Math.imul(hidden, INVERSE) - SHIFT) >>> 0
}
