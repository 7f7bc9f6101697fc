import { expect, test } from 'vitest'
import { tamperExports } from '@/bench/ledger-tamper'

test('every tampering of an export is found, and the first bad entry named', async () => {
  // 10,000 of them: npm run bench -- ledger-tamper
  const { tallies, missed } = await tamperExports(360, 20_261_123)
  expect(missed).toEqual([])
  expect([...tallies.keys()]).toHaveLength(9)
  for (const [kind, { tried, found, named }] of tallies)
    expect({ kind, found, named }).toEqual({ kind, found: tried, named: tried })
}, 120_000)
