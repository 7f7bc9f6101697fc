import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Lodger, Spool } from './spool'
import { SpoolFile } from './spool-file'

let parent: string
let directory: string
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'spool-test-'))
  directory = join(parent, 'spool')
})
afterEach(() => rm(parent, { recursive: true }))

const spool = (maxBytes = 1000) => new Spool({ directory, maxBytes })

describe('a spool file', () => {
  test('gives back what was written, from anywhere', async () => {
    await (await spool().createFile()).close()
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 100 }), { maxLength: 12 }),
        fc.nat(1300),
        fc.nat(1300),
        async (parts, start, length) => {
          const file = await SpoolFile.create(directory)
          for (const part of parts) await file.append(part)
          const read = await file.read(start, length)
          await file.close()
          expect(Buffer.from(read)).toEqual(Buffer.concat(parts).subarray(start, start + length))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('leaves nothing readable: no name, and no plaintext behind the open descriptor', async () => {
    const file = await spool().createFile()
    const secret = Buffer.from('a sentence that was said in confidence, twice over. '.repeat(50))
    await file.append(secret)
    expect(await readdir(directory)).toEqual([])
    const held: Buffer[] = []
    for (const descriptor of await readdir('/proc/self/fd')) {
      const path = `/proc/self/fd/${descriptor}`
      const details = await stat(path).catch(() => null)
      if (details?.isFile() && details.nlink === 0) held.push(await readFile(path))
    }
    const ours = held.filter((bytes) => bytes.length === secret.length)
    expect(ours.length).toBeGreaterThan(0)
    for (const bytes of held) expect(bytes.includes(secret.subarray(0, 16))).toBe(false)
    await file.close()
  })

  test('the same bytes look different in every file, and in every block', async () => {
    const bytes = Buffer.alloc(64)
    const seen = new Set<string>()
    for (let i = 0; i < 2; i++) {
      const file = await spool().createFile()
      await file.append(bytes)
      for (const descriptor of await readdir('/proc/self/fd')) {
        const path = `/proc/self/fd/${descriptor}`
        const details = await stat(path).catch(() => null)
        if (!details?.isFile() || details.nlink !== 0 || details.size !== 64) continue
        const sealed = await readFile(path)
        for (let at = 0; at < 64; at += 16) seen.add(sealed.subarray(at, at + 16).toString('hex'))
      }
      await file.close()
    }
    expect(seen.size).toBe(8)
  })
})

describe('the spool', () => {
  test('is for this user alone and is swept at first use', async () => {
    await (await spool().createFile()).close()
    await writeFile(join(directory, 'left-over'), 'x')
    await (await spool().createFile()).close()
    expect(await readdir(directory)).toEqual([])
    expect((await stat(directory)).mode & 0o777).toBe(0o700)
  })

  test('evicts what has been idle longest, and refuses when all is in use', () => {
    const all = spool(100)
    const gone: string[] = []
    const lodger = (name: string, bytes: number, since: number | null): Lodger => {
      all.claim(bytes)
      return {
        idleSince: () => since,
        evict() {
          gone.push(name)
          all.free(bytes)
        },
      }
    }
    all.add(lodger('in use', 40, null))
    all.add(lodger('newer', 20, 2))
    all.add(lodger('older', 30, 1))
    all.claim(30)
    expect(gone).toEqual(['older'])
    all.claim(20)
    expect(gone).toEqual(['older', 'newer'])
    expect(() => all.claim(11)).toThrow(expect.objectContaining({ slug: 'rate-limited' }))
    expect(all.usedBytes).toBe(90)
  })
})
