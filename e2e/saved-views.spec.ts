import type { Browser, Page } from '@playwright/test'
import { useTheme as chooseTheme, expect, expectNoAxeFindings, signIn, test } from './fixture'

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('banner').getByRole('button', { name })
const menu = (page: Page) =>
  page.getByRole('dialog', { name: /^(Saved views|Save as a view|Edit the view)$/ })
const heading = (page: Page) => page.getByRole('status').filter({ hasText: /recording|people/ })

/** Saves the list on screen, and waits until the button bears its name. */
async function saveAs(page: Page, name: string, seenBy?: string): Promise<void> {
  await button(page, 'Views').click()
  await menu(page).getByRole('button', { name: 'Save this list as a view' }).click()
  await menu(page).getByLabel('Name').fill(name)
  if (seenBy !== undefined) {
    await menu(page).getByRole('combobox', { name: 'Who sees it' }).click()
    await page.getByRole('option', { name: seenBy }).click()
  }
  await menu(page).getByRole('button', { name: 'Save', exact: true }).click()
  await expect(button(page, name)).toBeVisible()
}

/** `shownAs` is what the button says, where that is more than the name. */
async function removeView(page: Page, name: string, shownAs = name): Promise<void> {
  await button(page, shownAs).click()
  await menu(page)
    .getByRole('button', { name: `Remove “${name}”` })
    .click()
  await menu(page).getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(menu(page).getByRole('button', { name: `Remove “${name}”` })).toBeHidden()
}

/** Somebody else, in a browser of their own. */
async function another(browser: Browser, page: Page): Promise<Page> {
  const context = await browser.newContext({ baseURL: new URL(page.url()).origin })
  return context.newPage()
}

test('a list is kept under a name, opened again, changed, saved and removed', async ({ page }) => {
  await signIn(page, 'qa-reviewer', '/recordings?q=dir:inbound&from=now-30d')
  await saveAs(page, 'Incoming this month')
  const address = page.url()
  const count = await heading(page).textContent()

  // Another question: the same view, with a dot.
  await page.getByRole('combobox', { name: 'Search recordings' }).fill('type:teams ')
  await expect(page).toHaveURL(/type/)
  await expect(button(page, 'Incoming this month changed')).toBeVisible()
  // It outlasts a reload.
  await page.reload()
  await button(page, 'Incoming this month changed').click()
  await menu(page).getByRole('button', { name: 'Incoming this month', exact: true }).click()
  await expect(page).toHaveURL(address)
  await expect(heading(page)).toHaveText(count ?? '')
  await expect(button(page, /^Incoming this month$/)).toBeVisible()

  await page.getByRole('combobox', { name: 'Search recordings' }).fill('type:teams ')
  await button(page, 'Incoming this month changed').click()
  await menu(page)
    .getByRole('button', { name: 'Save the changes to “Incoming this month”' })
    .click()
  await expect(button(page, /^Incoming this month$/)).toBeVisible()
  const changed = page.url()

  // The page as it comes, by the view's own menu; and the view from the palette.
  await menu(page).getByRole('button', { name: 'All recordings' }).click()
  await expect(page).toHaveURL(/\/recordings$/)
  await expect(button(page, 'Views')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Search or jump to' }).fill('incoming this')
  await page.getByRole('option', { name: 'Recordings: Incoming this month' }).click()
  await expect(page).toHaveURL(changed)

  await removeView(page, 'Incoming this month')
  await expect(button(page, 'Views')).toBeVisible()
  // What is on screen stays.
  await expect(page).toHaveURL(changed)
})

test('a view opens its page by the rail, for whoever chose it', async ({ page }) => {
  await signIn(page, 'admin', '/people?q=type:external&sort=name')
  await saveAs(page, 'Outside')
  await button(page, 'Outside').click()
  await menu(page).getByRole('button', { name: 'Open People with “Outside” from now on' }).click()
  await expect(
    menu(page).getByRole('button', { name: 'Open People without “Outside”' }),
  ).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Escape')
  const rail = page.getByRole('navigation', { name: 'Pages' })
  await rail.getByRole('link', { name: 'Endpoints' }).click()
  await expect(page).toHaveURL(/\/endpoints$/)
  await rail.getByRole('link', { name: 'People' }).click()
  await expect(page).toHaveURL(/\/people\?q=type%3Aexternal&sort=name$/)
  await expect(button(page, /^Outside$/)).toBeVisible()
  // The bare address is the page as it comes, also for them.
  await page.goto('/people')
  await expect(button(page, 'Views')).toBeVisible()
  // The rail leads there as soon as the views are known.
  await expect(rail.getByRole('link', { name: 'People' })).toHaveAttribute('href', /external/)

  await rail.getByRole('link', { name: 'People' }).click()
  await button(page, 'Outside').click()
  await menu(page).getByRole('button', { name: 'Open People without “Outside”' }).click()
  await page.keyboard.press('Escape')
  await rail.getByRole('link', { name: 'Endpoints' }).click()
  await expect(page).toHaveURL(/\/endpoints$/)
  await rail.getByRole('link', { name: 'People' }).click()
  await expect(page).toHaveURL(/\/people$/)
  await page.goto('/people?q=type:external&sort=name')
  await removeView(page, 'Outside')
})

test('a view shared with a role is there for that role alone', async ({ page, browser, allow }) => {
  await signIn(page, 'compliance-officer', '/recordings?q=type:teams')
  await saveAs(page, 'Meetings to hear', 'Every QA reviewer')
  const reviewer = await another(browser, page)
  await signIn(reviewer, 'qa-reviewer', '/recordings')
  await button(reviewer, 'Views').click()
  const shared = menu(reviewer).getByRole('region', { name: 'Shared with you' })
  await expect(shared.getByRole('listitem')).toContainText('Meetings to hear')
  // Theirs to open, not to change.
  await expect(shared.getByRole('button', { name: 'Remove “Meetings to hear”' })).toHaveCount(0)
  await shared.getByRole('button', { name: /^Meetings to hear/ }).click()
  await expect(reviewer).toHaveURL(/\/recordings\?q=type%3Ateams$/)

  const admin = await another(browser, page)
  await signIn(admin, 'admin', '/people')
  await button(admin, 'Views').click()
  await expect(menu(admin)).toContainText('Filter, sort or arrange the list')
  await admin.context().close()

  // A name that is taken is said at the field, and nothing typed is lost.
  allow.status(400)
  await page.getByRole('combobox', { name: 'Search recordings' }).fill('dir:inbound ')
  await button(page, 'Meetings to hear changed').click()
  await menu(page).getByRole('button', { name: 'Save this list as a view' }).click()
  await menu(page).getByLabel('Name').fill('Meetings to hear')
  await menu(page).getByRole('button', { name: 'Save', exact: true }).click()
  await expect(menu(page)).toContainText('Another view of yours on this page has that name.')
  await expect(menu(page).getByLabel('Name')).toHaveValue('Meetings to hear')
  await page.keyboard.press('Escape')
  await removeView(page, 'Meetings to hear', 'Meetings to hear changed')
  await reviewer.reload()
  await expect(button(reviewer, 'Views')).toBeVisible()
  await reviewer.context().close()
})

test('what another tab changed is told of before it is replaced', async ({ page, allow }) => {
  allow.status(409)
  await signIn(page, 'admin', '/people?q=type:external')
  await saveAs(page, 'Outside')
  const other = await page.context().newPage()
  await other.goto('/people?q=type:external')
  await button(other, 'Outside').click()
  // Open before the other one is changed, saved after.
  await menu(other).getByRole('button', { name: 'Rename or share “Outside”' }).click()
  await menu(other).getByLabel('Name').fill('Everybody outside')
  const search = (where: Page) => where.getByRole('combobox', { name: 'Search people' })
  await search(page).fill('active:yes ')
  await button(page, 'Outside changed').click()
  await menu(page).getByRole('button', { name: 'Save the changes to “Outside”' }).click()
  await expect(button(page, /^Outside$/)).toBeVisible()

  await menu(other).getByRole('button', { name: 'Save', exact: true }).click()
  await expect(menu(other)).toContainText('“Outside” was changed in another tab or browser')
  await expect(menu(other)).toContainText('It is now called “Outside” and seen only by you.')
  await expect(menu(other).getByLabel('Name')).toHaveValue('Everybody outside')
  await menu(other).getByRole('button', { name: 'Save', exact: true }).click()
  // The name is the second tab's, the filters are still the first one's.
  await expect(button(other, 'Everybody outside changed')).toBeVisible()

  // The first tab has read the new name meanwhile, but its list never was what that opens.
  await search(page).fill('dept:Sales ')
  await expect(page).toHaveURL(/Sales/)
  await page.reload()
  await button(page, 'Everybody outside changed').click()
  await menu(page).getByRole('button', { name: 'Save the changes to “Everybody outside”' }).click()
  await expect(menu(page)).toContainText('It is now called “Everybody outside”')
  await menu(page).getByRole('button', { name: 'Open it' }).click()
  await expect(page).toHaveURL(/\/people\?q=type%3Aexternal\+active%3Ayes$/)
  await other.close()
  await removeView(page, 'Everybody outside')
})

test('a list as it comes shows no view any more; changes can be discarded', async ({ page }) => {
  await signIn(page, 'qa-reviewer', '/recordings?q=type:sms')
  await saveAs(page, 'Texts')
  const search = page.getByRole('combobox', { name: 'Search recordings' })
  await search.fill('dir:inbound ')
  await button(page, 'Texts changed').click()
  await menu(page).getByRole('button', { name: 'Discard the changes' }).click()
  await expect(page).toHaveURL(/\/recordings\?q=type%3Asms$/)
  await expect(button(page, /^Texts$/)).toBeVisible()

  await page.getByRole('button', { name: 'Remove kind sms' }).click()
  await expect(page).toHaveURL(/\/recordings$/)
  await expect(button(page, 'Views')).toBeVisible()
  // Another question is that, and no change of the view that was left.
  await search.fill('dir:inbound ')
  await expect(page).toHaveURL(/inbound/)
  await page.reload()
  await button(page, 'Views').click()
  await expect(menu(page).getByRole('button', { name: 'Texts', exact: true })).toBeVisible()
  await expect(menu(page).getByRole('button', { name: 'Discard the changes' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.goto('/recordings?q=type:sms')
  await removeView(page, 'Texts')
})

for (const theme of ['light', 'dark'] as const)
  for (const size of [
    { width: 1920, height: 1080 },
    { width: 1024, height: 768 },
  ])
    test(`views have no finding by axe, ${theme} at ${size.width}`, async ({ page }) => {
      await page.setViewportSize(size)
      // A few rows: axe reads every cell.
      await signIn(page, 'qa-reviewer', '/recordings?q=id:500000,500007')
      await chooseTheme(page, theme)
      // By keys alone: open, write, save, remove.
      await expect(heading(page)).toBeVisible()
      await page.keyboard.press('v')
      await menu(page).getByRole('button', { name: 'Save this list as a view' }).press('Enter')
      await expectNoAxeFindings(page)
      await menu(page).getByLabel('Name').pressSequentially(`By keys ${theme} ${size.width}`)
      await page.keyboard.press('Enter')
      const name = `By keys ${theme} ${size.width}`
      await expect(button(page, name)).toBeVisible()
      // While it closes, the keys are still the field's.
      await expect(menu(page)).toBeHidden()
      await page.keyboard.press('v')
      await expect(menu(page).getByRole('button', { name: `Remove “${name}”` })).toBeVisible()
      await expectNoAxeFindings(page)
      await menu(page)
        .getByRole('button', { name: `Remove “${name}”` })
        .press('Enter')
      // Nothing that takes the focus away leaves it nowhere.
      await expect(menu(page).getByRole('button', { name: 'Keep' })).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(menu(page).getByRole('button', { name: `Remove “${name}”` })).toBeFocused()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Enter')
      await expect(menu(page).getByRole('button', { name: `Remove “${name}”` })).toBeHidden()
      await page.keyboard.press('Tab')
      await expect(menu(page).getByRole('button', { name: 'All recordings' })).toBeFocused()
      await page.keyboard.press('Escape')
      await expect(button(page, 'Views')).toBeVisible()
    })
