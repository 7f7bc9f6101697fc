import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FindingContext } from '@/lib/contract/finding'
import { focusAt } from '@/lib/focus/testing/focus-at'
import { type Sandbox, startSandbox } from '@/sandbox/start-sandbox'
import { dismiss, listDismissals } from './dismissals'
import { type ContextParts, findingContext } from './finding-context'
import { readReportingLines } from './reporting-lines'
import { serviceUser } from './service-user'
import { consoleOf, ledgerOnDisk, personOf } from './testing/console-deeds'

const call = () => ({ signal: new AbortController().signal })
const anna = personOf('Anna Meyer')
const workingHours = { days: [1], fromMinute: 0, toMinute: 60, timeZone: 'UTC' }

let sandbox: Sandbox
let kept: Awaited<ReturnType<typeof ledgerOnDisk>>
let parts: ContextParts

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, recordings: 120 })
  kept = await ledgerOnDisk()
  parts = {
    focus: focusAt(sandbox.url).focus,
    ledger: kept.ledger,
    serviceUser: sandbox.username,
    workingHours,
    reportingLinesFile: 'sandbox/reporting-lines.csv',
  }
})
afterAll(async () => {
  await kept.close()
  await sandbox.close()
})

test('the sandbox says who reports to whom, who has left, and who of its people signs in here', async () => {
  const context = FindingContext.parse(await findingContext({}, call(), parts))
  expect(context.reportingLinesKnown).toBe(true)
  expect(context.people).toHaveLength(203)
  const named = (name: string) => context.people.find((person) => person.name === name)
  expect(named('Anna Meyer')).toMatchObject({ email: anna.email, groups: ['Contact Centre'] })
  expect(named('Marcus Bell')?.managerId).toBe(named('Anna Meyer')?.personId)
  expect(named('Anna Meyer')?.managerId).toBe(named('Priya Shah')?.personId)
  expect(named('Rosa Zielinski')?.active).toBe(false)
  expect(context.before).toEqual([])
})

test('what was usual before: plays a day, and whose groups', async () => {
  const { focus } = focusAt(sandbox.url)
  const here = consoleOf(kept.ledger, focus)
  // Priya Shah calls an unknown number; Luca Moretti is of another group.
  await here.play(anna, 500_000, 1_000)
  await here.play(anna, 500_000, 1_000)
  await here.view(anna, 500_001)
  const now = new Date().toISOString()
  const { before } = await findingContext({ from: now }, call(), parts)
  expect(before).toHaveLength(1)
  // The ledger has lived for less than a day: that counts as one.
  expect(before[0]).toMatchObject({ playsPerDay: 2, groups: expect.arrayContaining(['Accounts']) })
  const inADay = new Date(Date.now() + 4 * 86_400_000).toISOString()
  const later = await findingContext({ from: inADay }, call(), parts)
  expect(later.before[0]?.playsPerDay).toBeCloseTo(0.5, 2)
  const inAYear = new Date(Date.now() + 365 * 86_400_000).toISOString()
  expect((await findingContext({ from: inAYear }, call(), parts)).before).toEqual([])
})

test('reporting lines in any form, or none', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'lines-')), 'lines.csv')
  writeFileSync(file, '\uFEFFPerson,Manager\r\n"A@x.example", b@x.example ,extra\nnobody\n,\n')
  expect([...(await readReportingLines(file))]).toEqual([['a@x.example', 'b@x.example']])
  for (const reportingLinesFile of [null, '/nowhere.csv']) {
    const context = await findingContext({}, call(), { ...parts, reportingLinesFile })
    expect(context.reportingLinesKnown).toBe(false)
  }
})

test('without the right to the directory nobody is known, and the rest still is', async () => {
  sandbox.setRight('People.View', false)
  const { focus } = focusAt(sandbox.url)
  const context = await findingContext({}, call(), { ...parts, focus })
  sandbox.setRight('People.View', true)
  expect(context).toMatchObject({ people: [], workingHours, serviceUser: sandbox.username })
})

test('the service user is known by its number too, where Focus tells it', async () => {
  const { focus } = focusAt(sandbox.url)
  const { username } = sandbox
  expect(await serviceUser(focus, username, call(), 0)).toEqual({ username, userId: 7103 })
  sandbox.setRight('Users.View', false)
  const other = focusAt(sandbox.url).focus
  expect((await serviceUser(other, username, call(), 60_000)).userId).toBe(7103)
  expect((await serviceUser(other, username, call(), 600_000)).userId).toBeNull()
  sandbox.setRight('Users.View', true)
})

test('a dismissal is kept, the first reason for good', async () => {
  const first = {
    key: 'leaver:a:L9',
    reason: 'Reviewed',
    by: 'Daniel Okafor',
    timeUtc: '2026-11-23T16:00:00.000Z',
  }
  await dismiss(kept.db, first)
  await dismiss(kept.db, { ...first, reason: 'Another', timeUtc: '2026-11-23T17:00:00.000Z' })
  const second = { ...first, key: 'leaver:b:L9', timeUtc: '2026-11-23T16:30:00.000Z' }
  await dismiss(kept.db, second)
  expect(await listDismissals(kept.db)).toEqual([second, first])
})
