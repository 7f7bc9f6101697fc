import type { Encoding } from '@/lib/reconcile/file/encodings'
import { guessMapping } from '@/lib/reconcile/file/guess-mapping'
import { type HrTable, readTable } from '@/lib/reconcile/file/read-table'
import { sha256 } from '@/lib/reconcile/key-hashes'
import type { SummaryOf } from '@/lib/reconcile/run-summary'
import type { TableSeen } from './worker-messages'

/** HR's file as it was read: whole, as the page sees it, and as a summary names it. */
export type HrFile = { table: HrTable; seen: TableSeen; named: SummaryOf['file'] }

/** Reads it, in the encoding `chosen` if one is. Throws `UnreadableFile`, and what the browser throws where the file is gone. */
export async function readHrFile(file: File, chosen: Encoding | null): Promise<HrFile> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const table = await readTable(bytes, file.name, chosen)
  const { heading, lines, problems, encoding, separator, sheet } = table
  const named = { name: file.name, bytes: bytes.byteLength, sha256: await sha256(bytes) }
  const seen = {
    fileName: file.name,
    fileDigest: named.sha256,
    heading,
    samples: heading.map((_, column) => samplesOf(lines, column)),
    lines: lines.length,
    problems: problems.length,
    encoding,
    separator,
    sheet,
    guess: guessMapping(heading, lines),
  }
  return { table, seen, named }
}

function samplesOf(lines: HrTable['lines'], column: number): string[] {
  const samples: string[] = []
  for (const { cells } of lines) {
    const cell = cells[column]?.trim() ?? ''
    if (cell !== '' && !samples.includes(cell)) samples.push(cell.slice(0, 60))
    if (samples.length === 3) break
  }
  return samples
}
