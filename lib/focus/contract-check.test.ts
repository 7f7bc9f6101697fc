import { expect, test } from 'vitest'
import { startSandbox } from '@/sandbox/start-sandbox'
import { type CallFinding, checkContract } from './contract-check'
import { FOCUS_CALL_NAMES } from './endpoints'
import { focusAt, patient } from './testing/focus-at'
import { json, startStub } from './testing/stub-focus'

const NOW = Date.UTC(2026, 10, 1)

const named = (findings: readonly CallFinding[], name: string) =>
  findings.find((finding) => finding.name === name)

test('the sandbox is found whole, and nothing in it was played', async () => {
  const sandbox = await startSandbox({ port: 0, recordings: 300, nowMs: NOW })
  const findings = await checkContract(focusAt(sandbox.url).client, patient())
  const { playEvents } = sandbox.stats()
  await sandbox.close()
  expect(findings.map((finding) => finding.name)).toEqual(FOCUS_CALL_NAMES)
  expect(findings.filter(({ verdict }) => verdict === 'broken')).toEqual([])
  expect(findings.flatMap(({ mistyped }) => mistyped)).toEqual([])
  expect(playEvents).toBe(0)
})

test('a right that is withdrawn is broken, and named', async () => {
  const sandbox = await startSandbox({
    port: 0,
    recordings: 300,
    nowMs: NOW,
    withoutRights: ['Users.View', 'Recording.Play'],
  })
  const findings = await checkContract(focusAt(sandbox.url).client, patient())
  await sandbox.close()
  expect(named(findings, 'searchUsers')).toMatchObject({ verdict: 'broken', right: 'missing' })
  expect(named(findings, 'openMedia')).toMatchObject({ verdict: 'broken', right: 'missing' })
})

test('a tenant with another name for a field, and one without most calls', async () => {
  const stub = await startStub({
    '/client/recording.search': (_, response) =>
      json(response, {
        recordings: [
          { interactionId: 1, lengthSeconds: 5, durationSeconds: 'long', endpoints: [{}] },
        ],
      }),
    '/client/user/search': (_, response) => json(response, { users: [{ id: 1 }] }),
    '/admin/retentionGroup': (_, response) => response.writeHead(200).end('<html>'),
  })
  const findings = await checkContract(focusAt(stub.url).client, patient())
  await stub.close()
  expect(named(findings, 'searchRecordings')).toMatchObject({
    verdict: 'differs',
    unknown: ['lengthSeconds'],
    mistyped: ['durationSeconds'],
    absent: expect.arrayContaining(['type', 'endpoints.role']),
  })
  expect(named(findings, 'searchUsers')).toMatchObject({ verdict: 'broken', unreadable: 1 })
  expect(named(findings, 'getRetentionGroups')).toMatchObject({ verdict: 'broken' })
  expect(named(findings, 'getSmsMessage')).toMatchObject({ verdict: 'skipped' })
})

test('nobody there breaks everything that was asked', async () => {
  const stub = await startStub({})
  await stub.close()
  const findings = await checkContract(focusAt(stub.url).client, patient())
  expect(named(findings, 'authenticate')).toMatchObject({ verdict: 'broken', reachable: false })
  expect(findings.filter(({ verdict }) => verdict === 'ok')).toEqual([])
})

test('one recording at fault does not make its call broken', async () => {
  const stub = await startStub({
    '/client/recording.search': (_, response) =>
      json(response, { recordings: [{ interactionId: 1 }, { interactionId: 2 }] }),
    '/client/recording.detail.get': ({ body }, response) =>
      json(response, body, JSON.stringify(body).includes('1') ? 500 : 200),
  })
  const findings = await checkContract(focusAt(stub.url).client, patient())
  await stub.close()
  expect(named(findings, 'getRecording')).toMatchObject({
    verdict: 'differs',
    rows: 1,
    note: expect.stringContaining('500'),
  })
})
