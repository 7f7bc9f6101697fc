import { createHash, createHmac, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkLedger } from '@/lib/evidence/page/ledger-check.mjs'
import { readKey } from '@/lib/evidence/page/proofs.mjs'
import { hexOf, hmac, Sha256, sha256, utf8 } from '@/lib/evidence/page/sha256.mjs'
import { filesOfZip } from '@/lib/evidence/page/zip-files.mjs'
import { viewerScript } from '@/lib/evidence/viewer-page'
import { evidenceBench, fetched } from './evidence-bench'

test('SHA-256 and HMAC are those of the standard, however the bytes come', () => {
  expect(hexOf(sha256('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 1000, 70_000]) {
    const bytes = randomBytes(length)
    const expected = createHash('sha256').update(bytes).digest('hex')
    expect(hexOf(sha256(bytes))).toBe(expected)
    const hash = new Sha256()
    for (let at = 0; at < length; at += 37) hash.update(bytes.subarray(at, at + 37))
    expect(hexOf(hash.digest())).toBe(expected)
  }
  const key = randomBytes(32)
  expect(hexOf(hmac(key, 'Zoë'))).toBe(createHmac('sha256', key).update('Zoë').digest('hex'))
  expect(utf8('é').length).toBe(2)
})

test('the page is one script without imports, and the modules share no name', () => {
  const script = viewerScript()
  expect(script).not.toMatch(/^(import|export) /m)
  expect(script).not.toContain('</script')
  // Throws where a name is declared twice.
  expect(() => new Function(`return async () => {${script}}`)).not.toThrow()
})

test('the ZIP is read by its own directory, and each changed line of its ledger is named', async () => {
  const bench = await evidenceBench()
  try {
    const { id } = await bench.order([500_011, 500_012], { media: false })
    await bench.over(id)
    const { bytes } = await fetched(bench, id)
    const files = await filesOfZip(new Blob([bytes]))
    const file = files.find(({ path }) => path.endsWith('ledger.jsonl'))
    const text = await new Response(await file?.stream()).text()
    expect(utf8(text).length).toBe(file?.size)
    const lines = text.trimEnd().split('\n')
    const header = JSON.parse(lines[0] ?? '')
    const key = readKey(header.key)
    const sound = await checkLedger(lines, key, true)
    expect(sound).toMatchObject({ wrong: [], checkpoint: { size: header.size } })
    expect(sound.entries.length).toBeGreaterThan(4)

    const tampered = async (from: RegExp, to: string, line: number) => {
      const changed = lines.with(line, (lines[line] ?? '').replace(from, to))
      expect(changed).not.toEqual(lines)
      const { wrong } = await checkLedger(changed, key, true)
      return wrong.map(({ sequence }) => sequence)
    }
    const second = JSON.parse(JSON.parse(lines[2] ?? '').leaf).seq
    expect(await tampered(/500011/, '500010', 2)).toEqual([second])
    expect(await tampered(/Dana/, 'Dora', 2)).toEqual([second])
    expect(await tampered(/"proof":\["./, '"proof":["0', 2)).toEqual([second])
    const note = lines.length - 1
    expect((await tampered(/time 20/, 'time 19', note)).length).toBeGreaterThan(0)
  } finally {
    await bench.close()
  }
})
