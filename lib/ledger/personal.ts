import { createHmac, randomBytes } from 'node:crypto'

/** Fields whose clear text is kept beside the leaf, where it can be erased. */
export type PersonalField = 'actor' | 'query' | 'purpose' | 'address' | 'agent' | 'whose'

/** Clear text of a field with the salt of its commitment. */
export type Personal = { field: PersonalField; salt: Buffer; text: string }

/** What stands in the leaf instead of a text. */
export type Commitment = { commitment: string }

const SALT_BYTES = 32

/** HMAC-SHA-256 of a text with its salt as the key, hex. */
export const commitment = (salt: Buffer, text: string): string =>
  createHmac('sha256', salt).update(text, 'utf8').digest('hex')

/** What both databases hold to the byte: no half surrogates, and no zero, which PostgreSQL refuses. */
export const storable = (text: string): string => text.replace(/\p{Surrogate}|\0/gu, '\uFFFD')

/** Takes the texts of one entry aside and leaves their commitments. */
export class PersonalTexts {
  readonly kept: Personal[] = []

  /** Commits to a text; null for none. */
  text(field: PersonalField, value: string | null): Commitment | null {
    if (value === null) return null
    const personal = { field, salt: randomBytes(SALT_BYTES), text: storable(value) }
    this.kept.push(personal)
    return { commitment: commitment(personal.salt, personal.text) }
  }

  /** Commits to the JSON text of a value. */
  json(field: PersonalField, value: unknown): Commitment {
    // text answers null for null alone
    return this.text(field, JSON.stringify(value) ?? 'null') as Commitment
  }
}
