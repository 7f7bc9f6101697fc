import { readFile } from 'node:fs/promises'
import { useTheme as chooseTheme, expect, expectNoAxeFindings, signIn, test } from './fixture'
import { compare, evidence, kind, openFile, rows } from './reconcile-steps'

test('from a file to a fix list, and nothing of the file is sent anywhere', async ({ page }) => {
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await signIn(page, 'admin', '/reconcile')
  await expect(page.getByText('The file never leaves this browser')).toBeVisible()
  await openFile(page)
  // Columns are guessed under headings in another language, and can be corrected.
  await expect(page.getByRole('combobox', { name: 'Nachname means' })).toHaveText('Last name')
  await expect(page.getByRole('combobox', { name: 'Austritt means' })).toHaveText('End date')
  await page.getByRole('combobox', { name: 'Funktion means' }).click()
  await page.getByRole('option', { name: 'Not used' }).click()
  await page.getByRole('button', { name: 'Compare with Focus' }).click()

  await expect(kind(page, 'Still recorded after leaving')).toContainText('1')
  await kind(page, 'Still recorded after leaving').click()
  await rows(page).first().click()
  await expect(evidence(page).getByText('Left on 3 Oct 2026').first()).toBeVisible()
  await expect(evidence(page).getByRole('heading', { name: 'What to do' })).toBeVisible()
  await expect(evidence(page).getByRole('link', { name: 'Open the person' })).toHaveAttribute(
    'href',
    '/people/1002',
  )
  await kind(page, 'Missing in Focus').click()
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page).first()).toContainText('Zelda Canary')
  await kind(page, 'Lines that cannot be read').click()
  const unread = page.getByRole('region', { name: 'Lines that cannot be read' }).getByRole('row')
  // The line break within a cell counts as a line of the file.
  await expect(unread.nth(1)).toContainText('6')

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Fix list' }).click()
  await page.getByRole('menuitem', { name: 'All: CSV for people' }).click()
  const file = await readFile(await (await saving).path(), 'utf8')
  expect(file).toContain('missing-in-focus,Zelda Canary')
  expect(file).toContain('left-still-recorded')

  const signing = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Fix list' }).click()
  await page.getByRole('menuitem', { name: 'Summary of this run, signed' }).click()
  const note = await readFile(await (await signing).path(), 'utf8')
  expect(note).toMatch(/^focus-console\/reconciliation\ntime .+Z\nby Priya Raman\n/)
  expect(note).toMatch(/found missing-in-focus 1\n/)
  expect(note).toMatch(/\nsigned-for .+\n\n— \S+ [A-Za-z0-9+/]+=*\n$/)
  expect(sent.filter((text) => /canary|zelda|99001/i.test(text))).toEqual([])
})

test('what is wrong is set aside until a date, and the next run says what changed', async ({
  page,
}) => {
  await signIn(page, 'admin', '/reconcile')
  await compare(page)
  await expect(page.getByText('the first run in this browser')).toBeVisible()
  await kind(page, 'Missing in Focus').click()
  await rows(page).first().getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Set 1 aside…' }).click()
  await page.getByLabel('Reason').fill('starts in December')
  await page.getByRole('dialog').getByRole('button', { name: 'Set aside', exact: true }).click()
  await expect(kind(page, 'Missing in Focus')).toContainText('0')
  await kind(page, 'Set aside until a date').click()
  await rows(page).first().click()
  await expect(evidence(page).getByText('starts in December')).toBeVisible()

  await page.getByRole('button', { name: 'Mapping and rules' }).click()
  await page.getByRole('button', { name: 'Compare with Focus' }).click()
  await expect(page.getByText(/: 0 new, [1-9]\d* still there, 0 gone, 0 returned/)).toBeVisible()
  await kind(page, 'Set aside until a date').click()
  await rows(page).first().click()
  await evidence(page).getByRole('button', { name: 'Take back' }).click()
  await expect(kind(page, 'Missing in Focus')).toContainText('1')
  await page.getByRole('link', { name: 'Overview' }).click()
  const last = page.getByRole('region', { name: 'Last reconciliation' })
  await expect(last.getByRole('link', { name: /Missing in Focus/ })).toContainText('1')
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }))
  expect(kept).not.toMatch(/canary|zelda/i)
})

test('leaving the page and coming back loses nothing; a search narrows', async ({ page }) => {
  await signIn(page, 'admin', '/reconcile')
  await compare(page)
  await kind(page, 'Not in HR').click()
  const all = (await kind(page, 'Not in HR').textContent()) ?? ''
  await page.getByRole('searchbox', { name: 'Search mismatches' }).fill('sales')
  await expect.poll(() => rows(page).count()).toBeGreaterThan(0)
  await page.getByRole('link', { name: 'Status' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Status' })).toBeVisible()
  await page.goBack()
  await expect(kind(page, 'Not in HR')).toHaveText(all)
  await expect(kind(page, 'Not in HR')).toHaveAttribute('aria-pressed', 'true')
})

test('a right that is missing is named, and the columns stay', async ({ page, allow }) => {
  allow.status(403)
  const control = `http://127.0.0.1:${4510 + Number(process.env.TEST_PARALLEL_INDEX ?? 0)}/sandbox/control`
  await page.request.post(control, { data: { withoutRights: ['Users.View'] } })
  try {
    await signIn(page, 'admin', '/reconcile')
    await openFile(page)
    await page.getByRole('button', { name: 'Compare with Focus' }).click()
    await expect(
      page
        .getByRole('main')
        .getByText(/Users\.View/)
        .first(),
    ).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Nachname means' })).toBeVisible()
  } finally {
    await page.request.post(control, { data: { withoutRights: [] } })
  }
})

test('by keys alone: choose, move, select', async ({ page }) => {
  await signIn(page, 'admin', '/reconcile')
  await compare(page)
  await kind(page, 'Not in HR').focus()
  await page.keyboard.press('Enter')
  const grid = page.getByRole('grid', { name: 'Mismatches' })
  await grid.focus()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(rows(page).nth(1)).toHaveAttribute('aria-current', 'true')
  await expect(evidence(page)).toBeVisible()
  await page.keyboard.press('x')
  await expect(page.getByRole('button', { name: 'Set 1 aside…' })).toBeVisible()
})

for (const size of [
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
]) {
  test(`no finding by axe at ${size.width}×${size.height}, in both themes`, async ({ page }) => {
    await page.setViewportSize(size)
    await signIn(page, 'admin', '/reconcile')
    for (const theme of ['light', 'dark'] as const) {
      await chooseTheme(page, theme)
      await expect(page.getByText('Drop the HR file here')).toBeVisible()
      await openFile(page)
      await expect(page.getByRole('button', { name: 'Compare with Focus' })).toBeVisible()
      await expectNoAxeFindings(page)
      await page.getByRole('button', { name: 'Compare with Focus' }).click()
      await kind(page, 'Still recorded after leaving').click()
      await rows(page).first().click()
      await expect(evidence(page)).toBeVisible()
      await expectNoAxeFindings(page)
      await kind(page, 'Lines that cannot be read').click()
      await expectNoAxeFindings(page)
    }
  })
}
