import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixture'
import { compare, evidence, HR_FILE, kind, openFile, rows } from './reconcile-steps'
import { type RunningConsole, startConsole } from './start-console'

async function saved(page: Page, item: string): Promise<string> {
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Fix list' }).click()
  await page.getByRole('menuitem', { name: item }).click()
  return readFile(await (await saving).path(), 'utf8')
}

test('which rights are privileged is chosen, remembered and named in the summary', async ({
  page,
}) => {
  await signIn(page, 'admin', '/reconcile')
  await openFile(page)
  const rights = page.getByLabel('Which rights are privileged')
  await expect(rights).toHaveValue('Users.View\nRetentionGroup.View\nRecording.Audit.View')
  await page.getByRole('button', { name: 'Compare with Focus' }).click()
  await expect(kind(page, 'Privileged user not in HR')).not.toContainText(/\D0$/)

  await page.getByRole('button', { name: 'Columns and rules' }).click()
  await rights.fill('Tenant.Delete\n')
  await page.getByRole('button', { name: 'Compare with Focus' }).click()
  await expect(kind(page, 'Privileged user not in HR')).toHaveText(/\D0$/)
  const note = await saved(page, 'Summary of this run, signed')
  expect(note.match(/^rule privileged .+$/gm)).toEqual(['rule privileged Tenant.Delete'])

  await page.reload()
  await openFile(page)
  await expect(rights).toHaveValue('Tenant.Delete\n')
})

test('what is set aside is saved without a name, and taken over by another browser', async ({
  page,
  browser,
}) => {
  await signIn(page, 'admin', '/reconcile')
  await compare(page)
  await kind(page, 'Missing in Focus').click()
  await rows(page).first().getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Set 1 aside…' }).click()
  await page.getByLabel('Reason').fill('starts in December')
  await page.getByRole('dialog').getByRole('button', { name: 'Set aside', exact: true }).click()
  await expect(kind(page, 'Set aside until a date')).toContainText('1')
  const file = await saved(page, 'What is set aside, for the nightly job')
  expect(JSON.parse(file)).toMatchObject({
    form: 'focus-console/asides',
    asides: [{ reason: 'starts in December', hash: expect.stringMatching(/^[0-9a-f]{64}$/) }],
  })
  expect(file).not.toMatch(/canary|zelda/i)
  expect(await saved(page, 'Summary of this run, signed')).toContain('\naside missing-in-focus 1\n')

  const another = await browser.newContext()
  const other = await another.newPage()
  await signIn(other, 'admin', new URL('/reconcile', page.url()).href)
  await compare(other)
  const give = async (text: string) =>
    other.getByLabel('File of what is set aside').setInputFiles({
      ...{ name: 'set-aside.json', mimeType: 'application/json', buffer: Buffer.from(text) },
    })
  await give(HR_FILE)
  await expect(other.getByRole('main').getByRole('alert')).toContainText(
    'Nothing was set aside. The file is not one of set-asides.',
  )
  await give(file)
  await expect(kind(other, 'Set aside until a date')).toContainText('1')
  await kind(other, 'Set aside until a date').click()
  await rows(other).first().click()
  await expect(evidence(other).getByText('starts in December')).toBeVisible()
  await another.close()
})

test.describe('of a deployment in another country', () => {
  let running: RunningConsole
  test.beforeAll(async () => {
    running = await startConsole(3371, { DEFAULT_COUNTRY: 'DE', SANDBOX_PORT: '0' })
  })
  test.afterAll(() => running?.stop())

  test('numbers without a country are of that one, unless the reader says otherwise', async ({
    page,
  }) => {
    await signIn(page, 'admin', `${running.origin}/reconcile`)
    await openFile(page)
    const country = page.getByLabel('Country of numbers without one')
    await expect(country).toHaveValue('DE')
    await page.getByRole('button', { name: 'Compare with Focus' }).click()
    expect(await saved(page, 'Summary of this run, signed')).toContain('rule default-country DE\n')
    await page.getByRole('button', { name: 'Columns and rules' }).click()
    await country.fill('FR')
    await page.reload()
    await openFile(page)
    await expect(country).toHaveValue('FR')
  })
})
