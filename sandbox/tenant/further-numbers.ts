/** International digits of landlines by office; the step keeps neighbours from having neighbouring numbers. */
const OFFICES = [
  { prefix: '44161', from: 5_000_000, step: 7 },
  { prefix: '4420', from: 70_000_000, step: 31 },
  { prefix: '44161', from: 5_000_000, step: 7 },
  { prefix: '44161', from: 5_000_000, step: 7 },
  { prefix: '1212', from: 2_000_000, step: 17 },
  { prefix: '4420', from: 70_000_000, step: 31 },
  { prefix: '4969', from: 20_000_000, step: 23 },
  { prefix: '44161', from: 5_000_000, step: 7 },
  { prefix: '331', from: 40_000_000, step: 19 },
] as const

/**
 * Phone numbers of the people beyond the sixty: international digits, each of a kind that numbering plans have, each given once. At most
 * 200,000 people are provided for.
 */
export class PhoneNumbers {
  landline(at: number): string {
    const { prefix, from, step } = OFFICES[at % OFFICES.length] ?? OFFICES[0]
    return prefix + String(from + at * step)
  }

  /** Recorded, and known to HR. */
  mobile(at: number): string {
    return `4474${10_000_000 + at * 3}`
  }

  /** Known to HR alone. */
  private(at: number): string {
    return `4475${10_000_000 + at * 3}`
  }

  /** For an endpoint without an owner, or the number of somebody Focus does not have. */
  spare(at: number): string {
    return `4478${10_000_000 + at * 3}`
  }
}
