import 'server-only'
import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'

const Rows = z.array(z.array(z.string()))
const ADDRESS = /^[^\s@]+@[^\s@]+$/

/**
 * Who reports to whom, as a CSV of `person,manager` e-mail addresses says: the manager's address by the person's, both
 * in lower case. A heading and rows without two addresses are passed over. Rejects when the file cannot be read or is no CSV.
 */
export async function readReportingLines(file: string): Promise<Map<string, string>> {
  const rows = Rows.parse(
    parse(await readFile(file, 'utf8'), {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }),
  )
  return new Map(
    rows.flatMap(([person = '', manager = '']) =>
      ADDRESS.test(person) && ADDRESS.test(manager)
        ? [[person.toLowerCase(), manager.toLowerCase()] as const]
        : [],
    ),
  )
}
