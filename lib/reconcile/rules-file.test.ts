import { expect, test } from 'vitest'
import { mappingOf } from '@/scripts/reconcile-rules'
import { readTable } from './file/read-table'
import { RulesFile, rulesFileOf } from './rules-file'
import { RULES } from './testing/two-sides'

test('rules and columns come back from their file as they were', async () => {
  const text = 'Staff ID,Name,Mail,Team\nHR-1,Ann Lee,ann@firm.example,Desk 4\n'
  const table = await readTable(new TextEncoder().encode(text), 'hr.csv')
  const mapping = { employeeNumber: [0], fullName: [1], email: [2] }
  const rules = {
    ...RULES,
    retention: [{ department: null, group: 'Desk 4', retentionGroup: 'Voice' }],
  }
  const kept = JSON.stringify(rulesFileOf(rules, mapping, table.heading))
  const { columns, ...read } = RulesFile.parse(JSON.parse(kept))
  expect({ ...read, today: rules.today }).toEqual(rules)
  // The guess has the team as a group, which the reader took away.
  expect(mappingOf(table, RulesFile.parse({})).mapping).toEqual({ ...mapping, group: [3] })
  expect(mappingOf(table, { ...RulesFile.parse({}), columns })).toEqual({ mapping, missing: [] })
})
