import type { Kysely } from 'kysely'
import type { Schema } from '@/lib/store/schema'
import { breath } from './breath'
import type { Checkpoints } from './checkpoints'
import { entriesBetween, personalOf } from './stored-entries'

const AT_ONCE = 200

/** The first `size` entries as JSON lines, each with its newline (`verifier/README.md`, The export). */
export async function* exportLines(
  db: Kysely<Schema>,
  checkpoints: Checkpoints,
  heading: { origin: string; key: string; size: number; exportedUtc: string },
  signal: AbortSignal,
): AsyncGenerator<string> {
  const { origin, key, size, exportedUtc } = heading
  yield line({ type: 'ledger', version: 1, origin, key, size, complete: true, exportedUtc })
  for (let from = 0; from < size; from += AT_ONCE) {
    await breath()
    signal.throwIfAborted()
    const rows = await entriesBetween(db, from, Math.min(size, from + AT_ONCE))
    const personal = await personalOf(
      db,
      rows.map((row) => row.sequence),
    )
    for (const { sequence, leaf, leafHash } of rows)
      yield line({
        type: 'entry',
        leaf,
        hash: leafHash.toString('hex'),
        personal: Object.fromEntries(personal.get(sequence) ?? []),
      })
  }
  for (let after = 0; ; ) {
    signal.throwIfAborted()
    const some = (await checkpoints.after(after, AT_ONCE)).filter((one) => one.size <= size)
    const last = some.at(-1)
    if (last === undefined) return
    for (const { note } of some) yield line({ type: 'checkpoint', note })
    after = last.size
  }
}

const line = (value: unknown) => `${JSON.stringify(value)}\n`
