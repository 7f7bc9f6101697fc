import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runReconcile } from '../tests/reconcile/command-process'
import { expect, SANDBOX_ORIGIN, signIn, test } from './fixture'
import { choose, saved } from './reconcile-steps'

/** In Windows-1250, where `Ł` is what Windows-1252 has as `£`; one foreign word is too few for a guess. */
const HR_FILE = Buffer.from(
  `Staff no,Last name,First name,Mail,Department,Job,Status
HR-4100,Shah,Priya,priya.shah@hallam-pryce.example,Accounts,Account manager,active
HR-99001,\xa3aska,Zelda,zelda@hallam-pryce.example,Sales,Sales executive,active
HR-99002,Canary,Yan,yan@hallam-pryce.example,Sales,Sales executive,active
`,
  'latin1',
)

test('the command finds at night what the page found by day, and leaves aside what was set aside', async ({
  page,
}) => {
  await signIn(page, 'admin', '/reconcile')
  await choose(page, { name: 'hr.csv', mimeType: 'text/csv', buffer: HR_FILE })
  const lastNames = page.getByRole('row').filter({ has: page.getByText('Last name').first() })
  await expect(lastNames.first()).toContainText('£aska')
  await page.getByRole('combobox', { name: 'Letters are read as' }).click()
  await page.getByRole('option', { name: 'Central European (Windows-1250)' }).click()
  await expect(lastNames.first()).toContainText('Łaska')
  await page.getByRole('combobox', { name: 'Job means' }).click()
  await page.getByRole('option', { name: 'Not used' }).click()
  await page.getByLabel('Rights that need somebody in HR').fill('Recording.Audit.View')
  await page.getByLabel('Which department or group is kept how').fill('Sales; ; Default')
  await page.getByRole('button', { name: 'Compare with Focus' }).click()

  await page.getByRole('button', { name: /^Missing in Focus/ }).click()
  await expect(page.getByRole('button', { name: /^Missing in Focus/ })).toContainText('2')
  const row = page.getByRole('row').filter({ hasText: 'Zelda Łaska' })
  await row.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Set 1 aside…' }).click()
  await page.getByLabel('Reason').fill('starts in December')
  await page.getByRole('dialog').getByRole('button', { name: 'Set aside', exact: true }).click()
  await expect(page.getByRole('button', { name: /^Missing in Focus/ })).toContainText('1')

  const folder = await mkdtemp(join(tmpdir(), 'focus-console-nightly-'))
  try {
    const at = (name: string) => join(folder, name)
    await writeFile(at('rules.json'), await saved(page, /mapping and rules$/))
    await writeFile(at('asides.json'), await saved(page, /what is set aside$/))
    await writeFile(at('hr.csv'), HR_FILE)
    const byDay = await saved(page, 'All: CSV for people')
    const night = runReconcile(`${SANDBOX_ORIGIN}/api`, folder, [
      ...[at('hr.csv'), '--encoding', 'windows-1250', '--out', at('fixes.csv')],
      ...['--rules', at('rules.json'), '--asides', at('asides.json')],
    ])
    expect(night.stderr).toBe('')
    expect(night.stdout).toContain('1 more is set aside.')
    expect(night.status).toBe(1)
    expect(await readFile(at('fixes.csv'), 'utf8')).toBe(byDay)
    expect(byDay).toContain('Yan Canary')
    expect(byDay).not.toContain('Zelda')
    expect(await readFile(at('asides.json'), 'utf8')).not.toMatch(/zelda|aska|99001/i)
  } finally {
    await rm(folder, { recursive: true })
  }
})
