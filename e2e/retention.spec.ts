import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, expectNoAxeFindings, signIn, test } from './fixture'

const people = (page: Page) => page.getByRole('grid', { name: 'Members' })
const calendar = (page: Page) => page.getByRole('group', { name: /^Calendar, / })
const extent = (page: Page) => page.getByRole('status').filter({ hasText: /recordings/ })
const allRead = (page: Page) => expect(extent(page)).toContainText(/^All [\d,]+ recordings read/)

test('an officer sees what is kept, what goes when, and what a move would delete', async ({
  page,
}) => {
  await signIn(page, 'compliance-officer', '/retention')

  await test.step('the groups with their periods, and who is in them', async () => {
    const row = page.getByRole('row').filter({ hasText: 'Trading floor' }).first()
    await expect(row).toContainText('30 days')
    await expect(row).toContainText('3,650 days')
    await expect(page.getByText(/people are in the default only/)).toBeVisible()
    await page.getByRole('button', { name: 'Trading floor' }).click()
    await expect(page.getByRole('region', { name: 'Members of Trading floor' })).toBeVisible()
    await page.getByRole('searchbox', { name: 'Search members' }).fill('moretti')
    await expect(people(page).getByRole('row')).toHaveCount(2)
    await expect(people(page)).toContainText('Luca Moretti')
    await expect(page).toHaveURL(/group=42&q=moretti/)
    await expectNoAxeFindings(page)
  })

  await test.step('a calendar of what expires, walked by keys and opened by a day', async () => {
    await page.getByRole('tab', { name: 'What expires' }).click()
    await allRead(page)
    await page.getByRole('button', { name: 'Next twelve months with anything' }).click()
    const due = calendar(page).getByRole('button', { name: /: [1-9][\d,]* recording/ })
    await due.first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowLeft')
    await expect(due.first()).toBeFocused()
    const name = (await due.first().getAttribute('aria-label')) ?? ''
    await page.keyboard.press('Enter')
    const day = page.getByRole('complementary', { name: name.split(':')[0] ?? '' })
    await expect(day.getByRole('table', { name: 'To be deleted' })).toBeVisible()
    const open = day.getByRole('link', { name: /in Recordings$/ })
    await expect(open).toHaveAttribute('href', /^\/recordings\?q=id%3A\d+/)
    await page.setViewportSize({ width: 1024, height: 768 })
    await expectNoAxeFindings(page)
    await page.setViewportSize({ width: 1920, height: 1080 })

    await page.getByRole('button', { name: 'Table', exact: true }).click()
    const table = page.getByRole('table', { name: /^Days of / })
    await expect(
      table.getByRole('row', { name: new RegExp(name.split(':')[0] ?? '') }),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Close the day' }).click()
  })

  await test.step('a move is imagined, told in sentences, and survives a reload', async () => {
    await page.getByRole('button', { name: 'somebody were in another group' }).click()
    await page.getByRole('searchbox', { name: 'Find people' }).fill('priya')
    await page.getByRole('checkbox', { name: 'Priya Shah' }).click()
    await page.getByRole('combobox', { name: 'To the group' }).click()
    await page.getByRole('option', { name: 'Thirty days' }).click()
    await page.getByRole('button', { name: 'Work it out' }).click()
    const effect = page.getByRole('list', { name: 'What the move would do' })
    await expect(effect).toContainText(/recordings would be deleted at once/)
    await expect(page).toHaveURL(/move=1001%3E44/)
    await page.reload()
    await expect(effect).toContainText(/recordings would be deleted at once/)
    await expect(page.getByRole('button', { name: 'Priya Shah' })).toBeVisible()
    await expect(
      page.getByRole('table', { name: /^Days of / }).getByRole('columnheader', {
        name: 'Deleted if moved',
      }),
    ).toBeVisible()
  })

  await test.step('what is shown leaves as a file that says what it holds', async () => {
    await page.getByRole('button', { name: 'Export the counts' }).click()
    const arriving = page.waitForEvent('download')
    await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click()
    const text = await readFile(await (await arriving).path(), 'utf8')
    expect(text).toContain('as if people 1001 were in Thirty days')
    expect(text).toContain('day_utc,world,retention_group_id')
    expect(text).toMatch(/Ledger entry,\d+/)
  })
})

test('an admin sees the counts and no way to a recording; reading can be stopped', async ({
  page,
}) => {
  const held: (() => void)[] = []
  await page.route('**/api/retention/forecast', async (route) => {
    await new Promise<void>((go) => held.push(go))
    await route.continue().catch(() => undefined)
  })
  await signIn(page, 'admin', '/retention?tab=expiring')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('Stopped before anything was read.')).toBeVisible()
  for (const go of held) go()
  await page.unroute('**/api/retention/forecast')
  await page.getByRole('button', { name: 'Read again' }).click()
  await allRead(page)
  await page.getByRole('button', { name: 'Next twelve months with anything' }).click()
  await calendar(page)
    .getByRole('button', { name: /: [1-9][\d,]* recording/ })
    .first()
    .click()
  const day = page.getByRole('complementary', { name: /^\d+ \w+ \d{4}$/ })
  await expect(day.getByRole('table', { name: 'To be deleted' })).toBeVisible()
  await expect(day.getByRole('link')).toHaveCount(0)
})
