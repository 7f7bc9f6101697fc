import './gate-environment'
import { expect, test, vi } from 'vitest'
import type { z } from 'zod'
import {
  ForecastLine,
  type RetentionForecastRequest,
  RetentionGroups,
  RetentionMembersLine,
} from '@/lib/contract/retention'
import { ledger } from '@/lib/ledger/ledger'
import { ProblemBody } from '@/lib/problem/problem'
import { cookieOf } from './gate-request'
import { makeCall } from './recorded-calls'
import { runningGate } from './running-gate'

const { routes, tenant } = runningGate()

type Asked = z.input<typeof RetentionForecastRequest>

async function forecast(role: 'admin' | 'compliance-officer', body: Asked) {
  const response = await makeCall(routes(), 'forecastRetention', await cookieOf([role]), { body })
  if (!response.ok) return { problem: ProblemBody.parse(await response.json()) }
  const lines = (await response.text())
    .trim()
    .split('\n')
    .map((line) => ForecastLine.parse(JSON.parse(line)))
  const end = lines.at(-1)
  if (end?.type !== 'end') throw new Error('It did not end')
  const counts = lines.flatMap((line) => (line.type === 'counts' ? line.counts : []))
  return { counts, end }
}

test('an officer is given recordings to open, an admin the same counts and none', async () => {
  const [officer, admin] = [await forecast('compliance-officer', {}), await forecast('admin', {})]
  expect(officer.counts?.length).toBeGreaterThan(0)
  expect(admin.counts).toEqual(officer.counts)
  expect(officer.end?.examples.length).toBeGreaterThan(0)
  expect(admin.end).toMatchObject({ complete: true, examples: [] })
})

test('an admin cannot search through the counts; an officer may', async () => {
  const asked = { recordings: { personIds: { include: [1001] } } }
  const before = tenant().reached.length
  expect((await forecast('admin', asked)).problem).toMatchObject({
    slug: 'forbidden',
    missing: 'recordings.search',
  })
  expect(tenant().reached.length).toBe(before)
  expect((await forecast('compliance-officer', asked)).end?.complete).toBe(true)
})

test('the ledger has who asked, what was asked, and how many recordings were read', async () => {
  await forecast('admin', { recordings: { kinds: { include: ['sms'] } }, most: 20 })
  const newest = await vi.waitFor(async () => {
    const { accesses } = await ledger().accesses({ limit: 5000 })
    const found = accesses.at(-1)
    expect(found?.state).toBe('closed')
    return found
  })
  expect(newest).toMatchObject({
    deed: { action: 'retention-read', actor: { name: 'Anna Meyer' } },
    outcome: { status: 200, counts: { recordings: expect.any(Number) } },
  })
})

test('groups and members arrive as the contract has them', async () => {
  const cookie = await cookieOf(['admin'])
  const groups = await makeCall(routes(), 'getRetentionGroups', cookie)
  expect(RetentionGroups.parse(await groups.json()).groups).toHaveLength(6)
  const lines = (await (await makeCall(routes(), 'getRetentionMembers', cookie)).text()).trim()
  const last = RetentionMembersLine.parse(JSON.parse(lines.split('\n').at(-1) ?? ''))
  expect(last).toMatchObject({ type: 'end', read: 60, total: 60 })
})
