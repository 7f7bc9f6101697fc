import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { makeFirm } from '@/sandbox/tenant/firm'
import { runReconcile, type SandboxProcess, startSandboxProcess } from './command-process'

vi.setConfig({ testTimeout: 60_000 })
const folder = mkdtempSync(join(tmpdir(), 'focus-console-elses-'))
const at = (name: string) => join(folder, name)
let sandbox: SandboxProcess

beforeAll(async () => {
  sandbox = await startSandboxProcess({ SANDBOX_RECORDINGS: '20' })
})
afterAll(async () => {
  await sandbox.stop()
  rmSync(folder, { recursive: true })
})

const HEADING =
  'Matricule;Nom;Prénom;Courriel;Téléphone;Service;Fonction;Statut;Date d’entrée;Date de sortie;Remarques'

/** Text of the file, CR LF at its end left out; why no row can be made of it, where none can. */
type Entry = { text: string; reason?: RegExp }

const NOBODY: [number, Entry][] = [
  [
    10,
    {
      text: 'X-1;Personne;Zoé;;;Ventes;;actif;31/02/2026;;',
      reason: /^“31\/02\/2026” is not a date\.$/,
    },
  ],
  [5, { text: ';Personne;Zoé;;;;;actif;;;', reason: /^There is a name alone/ }],
  [5, { text: ';;;;;Ventes;;actif;;;"pas\r\nencore"', reason: /^Nothing in this line says who/ }],
  [4, { text: 'Total;60', reason: /^This line has 2 cells; the heading has 11\.$/ }],
  [
    4,
    {
      text: 'X-2;Personne;Zoé;;;Ventes;;actif;;;;de;trop',
      reason: /^This line has 13 cells; the heading has 11\.$/,
    },
  ],
  [1, { text: HEADING, reason: /^This line repeats the heading\.$/ }],
  [
    1,
    {
      text: 'X-3;"Personne;Zoé;;;Ventes;;actif;;;',
      reason: /^A quotation mark in this line is not closed/,
    },
  ],
]

/** Everybody of the firm under French headings, the first five twice, and after some of them a line that is nobody's. */
function entries(): Entry[] {
  const people = makeFirm().subscribers.map((person, nth): Entry => {
    const remark = nth % 7 === 0 ? '"Bureau 3;\r\n2e étage, dit ""le coin"""' : ''
    const cells = [
      ...[person.externalRef, person.lastName.toUpperCase(), person.firstName, person.email],
      ...[person.endpoints.phone?.value, person.department, person.jobTitle],
      ...[person.active ? 'en poste' : 'sorti', '01/09/2019', '', remark],
    ]
    return { text: cells.join(';') }
  })
  const rows = people.flatMap((one, nth) => (nth < 5 ? [one, one] : [one]))
  const nobody = NOBODY.flatMap(([times, entry]) => Array.from({ length: times }, () => entry))
  return rows.flatMap((row, nth) => [row, ...nobody.slice(nth, nth + 1)])
}

test('of a French file every line is read, or listed with its number and its reason', () => {
  const file = entries()
  writeFileSync(
    at('effectif.csv'),
    `\uFEFF${[HEADING, ...file.map(({ text }) => text)].join('\r\n')}\r\n`,
  )
  const args = [at('effectif.csv'), '--out', at('fixes.csv'), '--today', '2026-11-23']
  const { status, stdout, stderr } = runReconcile(sandbox.url, folder, args)
  expect(stderr).toBe('')
  expect(status).toBe(1)
  expect(stdout).toContain('HR: 65 rows, and 30 lines that could not be read\n')
  expect(file).toHaveLength(65 + 30)

  let line = 2
  const unread: { line: string; reason: unknown }[] = []
  for (const { text, reason } of file) {
    if (reason !== undefined)
      unread.push({ line: String(line), reason: expect.stringMatching(reason) })
    line += text.split('\r\n').length
  }
  const { data } = Papa.parse<Record<string, string>>(readFileSync(at('fixes.csv'), 'utf8'), {
    ...{ header: true, skipEmptyLines: true },
  })
  const listed = data.filter(({ kind }) => kind === 'unreadable-line')
  expect(listed.map((row) => ({ line: row.hr_lines, reason: row.what_is_wrong }))).toEqual(unread)
  // Under these headings everybody is found, and whoever is there twice is told.
  const kinds = (kind: string) => data.filter((row) => row.kind === kind)
  expect(kinds('missing-in-focus')).toEqual([])
  expect(kinds('several-hr-rows-match')).toHaveLength(5)
})
