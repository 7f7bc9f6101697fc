import { z } from 'zod'

export type RawRow = Readonly<Record<string, unknown>>

/** Whether a value is a JSON object, the least a row must be. */
export function isRawRow(value: unknown): value is RawRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Reads a row by its schema. Null when it is no object or lacks a field the schema requires.
 * `otherFields` keeps what the schema has no name for, and a value it could not read.
 */
export function readRow<S extends z.ZodObject>(
  schema: S,
  raw: unknown,
): { row: z.output<S>; otherFields: Record<string, unknown> } | null {
  if (!isRawRow(raw)) return null
  const parsed = schema.safeParse(raw)
  if (!parsed.success) return null
  const row: Readonly<Record<string, unknown>> = parsed.data
  const otherFields = Object.fromEntries(
    Object.entries(raw).filter(
      ([name, value]) =>
        name !== '__proto__' &&
        (!Object.hasOwn(schema.shape, name) ||
          (row[name] === undefined && value !== null && value !== '')),
    ),
  )
  return { row: parsed.data, otherFields }
}

/** The rows that could be read, and how many could not. */
export function readRows<T>(
  raw: readonly unknown[],
  read: (row: unknown) => T | null,
): { rows: T[]; unreadable: number } {
  const rows = raw.map((row) => read(row)).filter((row) => row !== null)
  return { rows, unreadable: raw.length - rows.length }
}

/** Told how many rows, or parts of a row that is kept, could not be read: Focus has drifted from the contract. */
export type NoteUnreadable = (count: number) => void

/** For whom nobody counts. */
export const unnoted: NoteUnreadable = () => undefined

/** The parts of a row that could be read; those left out are told to `note`. */
export function readParts<T>(
  raw: readonly unknown[] | undefined,
  read: (part: unknown) => T | null,
  note: NoteUnreadable,
): T[] {
  const { rows, unreadable } = readRows(raw ?? [], read)
  note(unreadable)
  return rows
}

/** What every JSON reply is read as: its rows, and how many there are in all where it says. */
export type WireReply = {
  rows: unknown[]
  total?: unknown
  noteUnreadable?: NoteUnreadable
}

/** The rows of a reply that could be read, and how many could not; parts that are left out of a row are noted as well. */
export function readReply<T>(
  { rows, noteUnreadable: note = unnoted }: WireReply,
  read: (row: unknown, note: NoteUnreadable) => T | null,
): { rows: T[]; unreadable: number } {
  const answer = readRows(rows, (row) => read(row, note))
  note(answer.unreadable)
  return answer
}

/** `{ [name]: [...] }` or the bare list: the vendor documents the first and is known to answer both. */
export function wireEnvelope(name: string): z.ZodType<WireReply> {
  return z.unknown().transform((reply, context) => {
    const rows = isRawRow(reply) ? reply[name] : reply
    if (Array.isArray(rows)) return { rows, ...(isRawRow(reply) && { total: reply.total }) }
    context.addIssue({ code: 'custom', message: `no list of ${name}` })
    return z.NEVER
  })
}

/** A reply that is one object: its single row. */
export const wireSingle: z.ZodType<WireReply> = z.unknown().transform((reply, context) => {
  if (isRawRow(reply)) return { rows: [reply] }
  context.addIssue({ code: 'custom', message: 'no object' })
  return z.NEVER
})
