import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Bench, evidenceBench, fetched } from './evidence-bench'

const START: Parameters<Bench['ledger']['record']>[0] = {
  action: 'configuration-change',
  object: { kind: 'configuration', ids: [] },
  actor: null,
  sessionId: null,
  purpose: null,
  allowed: true,
  rule: 'test',
  origin: { address: null, agent: null, page: null },
  requestId: null,
}
let bench: Bench
let folder: string
let zip: string

const run = (command: string, args: string[], cwd: string) =>
  spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 })

beforeAll(async () => {
  bench = await evidenceBench()
  // There is an older checkpoint, from which the ledger has grown.
  await bench.ledger.record(START)
  await bench.ledger.prove([0, 1])
  // A plain call, the text message, one without media, and one that Focus refuses.
  const { id } = await bench.order([500_010, 500_012, 500_017, 500_038, 500_011])
  const state = await bench.over(id)
  expect(state).toMatchObject({ state: 'ready', packed: 5, recordings: 5 })
  const { bytes } = await fetched(bench, id)
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(state?.sha256)
  expect(bytes.length).toBe(state?.sizeBytes)
  const place = mkdtempSync(join(tmpdir(), 'evidence-out-'))
  zip = join(place, 'package.zip')
  writeFileSync(zip, bytes)
  const unzipped = run('unzip', ['-q', zip], place)
  expect(unzipped.stderr + unzipped.stdout).toBe('')
  folder = join(place, readdirSync(place).find((name) => name.startsWith('evidence-')) ?? '')
})
afterAll(() => bench.close())

test('is a whole ZIP64', () => {
  const tested = run('unzip', ['-t', zip], folder)
  expect(tested.stdout).toMatch(/No errors detected/)
  const bytes = readFileSync(zip)
  // End of central directory record and its locator, APPNOTE 4.3.14 and 4.3.15.
  expect(bytes.lastIndexOf(Buffer.from('504b0606', 'hex'))).toBeGreaterThan(0)
  expect(bytes.lastIndexOf(Buffer.from('504b0607', 'hex'))).toBeGreaterThan(0)
})

test('holds what sha256sum finds to be so', () => {
  for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    const checked = run('sha256sum', ['--strict', '-c', manifest], folder)
    expect(checked.stderr).toBe('')
    expect(checked.status).toBe(0)
  }
})

test('has what RFC 8493 demands of a bag', () => {
  expect(readFileSync(join(folder, 'bagit.txt'), 'utf8')).toBe(
    'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
  )
  const files = readdirSync(join(folder, 'data'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const lines = readFileSync(join(folder, 'manifest-sha256.txt'), 'utf8').trimEnd().split('\n')
  expect(lines.map((line) => join(folder, line.replace(/^[0-9a-f]{64} {2}/, ''))).sort()).toEqual(
    files.sort(),
  )
  const bytes = files.reduce((sum, path) => sum + statSync(path).size, 0)
  const info = readFileSync(join(folder, 'bag-info.txt'), 'utf8')
  expect(info).toMatch(/^External-Description: Evidence of (1 recording|\d+ recordings)\. /m)
  expect(info).toContain(`Payload-Oxum: ${bytes}.${files.length}\n`)
  // The validator of the Library of Congress, where this machine has it.
  const validator = run('bagit.py', ['--validate', folder], folder)
  if (validator.error === undefined) expect(validator.status).toBe(0)
})

test('its ledger is sound to the independent verifier', () => {
  const key = readFileSync(join(folder, 'data/ledger/key.txt'), 'utf8').trim()
  const report = run(
    process.execPath,
    ['data/verifier/ledger-verify.mjs', 'data/ledger/ledger.jsonl', '--key', key],
    folder,
  )
  expect(report.stdout + report.stderr).toMatch(/sound/i)
  expect(report.status).toBe(0)
  const lines = readFileSync(join(folder, 'data/ledger/ledger.jsonl'), 'utf8')
  expect(lines).toMatch(/^\{"type":"consistency","from":2,/m)
  expect(key).toBe(bench.signer.verifierKey)
})

test('a flipped byte of its ledger is tampering to the verifier, one of its media to sha256sum', () => {
  const ledger = join(folder, 'data/ledger/ledger.jsonl')
  const media = join(folder, 'data/recordings/500010/media.wav')
  for (const path of [ledger, media]) {
    const bytes = readFileSync(path)
    const at = path === ledger ? bytes.indexOf('evidence-export') : 100_000
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    writeFileSync(path, bytes)
  }
  const report = run(process.execPath, ['data/verifier/ledger-verify.mjs', ledger], folder)
  expect(report.status).toBe(1)
  const checked = run('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], folder)
  expect(checked.stdout.match(/^.*: FAILED$/gm)).toEqual([
    'data/recordings/500010/media.wav: FAILED',
    'data/ledger/ledger.jsonl: FAILED',
  ])
})
