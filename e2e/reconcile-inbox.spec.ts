import type { Page } from '@playwright/test'
import { expect, expectNoAxeFindings, signIn, test } from './fixture'
import { compare, evidence, grid, kind, rows } from './reconcile-steps'

/** Of the next questions of this name the worker is told nothing of what they are about, and fails at them. */
async function spoil(page: Page, question: string): Promise<void> {
  await page.evaluate((name) => {
    const post = Worker.prototype.postMessage
    Worker.prototype.postMessage = function (message) {
      const spoilt = message.type === 'ask' && message.question === name
      post.call(this, spoilt ? { ...message, of: null } : message)
    }
  }, question)
}

test('a question that fails is told, and the inbox stays', async ({ page }) => {
  await signIn(page, 'admin', '/reconcile')
  await compare(page)
  await kind(page, 'Not in HR').click()
  await rows(page).first().click()
  await expect(evidence(page)).toBeVisible()
  await spoil(page, 'fix-list')
  await page.getByRole('button', { name: 'Fix list' }).click()
  await page.getByRole('menuitem', { name: 'All: JSON lines' }).click()
  const told = page.getByRole('main').getByRole('alert')
  await expect(told).toContainText('The fix list could not be written. Try again.')
  await expectNoAxeFindings(page)
  await rows(page).nth(1).click()
  await expect(evidence(page)).toBeVisible()
  await told.getByRole('button', { name: 'Dismiss' }).click()
  await expect(told).toHaveCount(0)
})

/** Fills in the dialog, by keys alone. */
async function decide(page: Page): Promise<void> {
  await page.getByLabel('Reason').fill('known')
  const done = page.getByRole('dialog').getByRole('button', { name: 'Set aside', exact: true })
  await done.focus()
  await page.keyboard.press('Enter')
}

test('what is chosen is set aside also where another tab has changed the list meanwhile', async ({
  page,
  context,
}) => {
  await signIn(page, 'admin', '/reconcile')
  await compare(page)
  const other = await context.newPage()
  await other.goto('/people')
  await kind(page, 'Not in HR').click()
  const before = Number((await kind(page, 'Not in HR').textContent())?.replace(/\D/g, ''))
  await rows(page).nth(0).getByRole('checkbox').check()
  await rows(page).nth(1).getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Set 2 aside…' }).click()
  await listsAsked(page)
  // More lists than the worker keeps.
  for (let nth = 1; nth <= 4; nth += 1) {
    await other.evaluate(() => {
      const key = 'focus-console.reconcile-runs'
      localStorage.setItem(key, `${localStorage.getItem(key)} `)
    })
    await expect.poll(() => listsAsked(page)).toBe(nth)
  }
  await decide(page)
  await expect(page.getByText('2 set aside')).toBeVisible()
  await expect(kind(page, 'Set aside until a date')).toContainText('2')
  await expect(kind(page, 'Not in HR')).toContainText(String(before - 2))
})

/** How many lists the page has asked the worker for since this was first called. */
function listsAsked(page: Page): Promise<number> {
  return page.evaluate(() => {
    const counted = window as Window & { listsAsked?: number }
    if (counted.listsAsked === undefined) {
      counted.listsAsked = 0
      const post = Worker.prototype.postMessage
      Worker.prototype.postMessage = function (message) {
        if (message.question === 'list') counted.listsAsked = (counted.listsAsked ?? 0) + 1
        post.call(this, message)
      }
    }
    return counted.listsAsked
  })
}

test('after setting aside and taking back the keys go on with the next row', async ({ page }) => {
  await signIn(page, 'admin', '/reconcile')
  await compare(page)
  await kind(page, 'Not in HR').click()
  await rows(page).first().click()
  const next = (await rows(page).nth(1).getByRole('checkbox').getAttribute('aria-label')) ?? ''
  await evidence(page).getByRole('button', { name: 'Set aside…' }).press('Enter')
  await page.keyboard.press('Escape')
  await expect(evidence(page).getByRole('button', { name: 'Set aside…' })).toBeFocused()
  await page.keyboard.press('Enter')
  await decide(page)
  await expect(kind(page, 'Set aside until a date')).toContainText('1')
  await expect(grid(page)).toBeFocused()
  await expect(rows(page).first().getByRole('checkbox')).toHaveAccessibleName(next)
  await expect(rows(page).first()).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('x')
  await page.getByRole('button', { name: 'Set 1 aside…' }).press('Enter')
  await decide(page)
  await expect(kind(page, 'Set aside until a date')).toContainText('2')
  await expect(grid(page)).toBeFocused()
  // The last of a list: what stands in its place has the focus.
  await kind(page, 'Set aside until a date').click()
  for (const left of ['1', '0']) {
    await rows(page).last().click()
    await evidence(page).getByRole('button', { name: 'Take back' }).press('Enter')
    await expect(kind(page, 'Set aside until a date')).toContainText(left)
  }
  await expect(page.getByText('Nothing here')).toBeVisible()
  await expect(page.locator(':focus')).toContainText('Nothing here')
})

test('columns and density are chosen, stand in the address and are remembered', async ({
  page,
}) => {
  await signIn(page, 'admin', '/reconcile')
  await compare(page)
  await kind(page, 'Not in HR').click()
  const heads = grid(page).getByRole('columnheader')
  const shown = ['Selected', 'Who or what', 'In HR', 'In Focus', 'Matched by', 'Since last run']
  await expect(heads).toHaveText(shown.map((name) => new RegExp(`^${name}`)))
  const height = async () => (await rows(page).first().boundingBox())?.height ?? 0
  const before = await height()
  await page.getByRole('button', { name: 'Columns', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Matched by' }).uncheck()
  await page.getByRole('button', { name: 'Move In Focus left' }).click()
  await page.getByRole('button', { name: 'Roomy' }).click()
  await page.keyboard.press('Escape')
  const chosen = ['Selected', 'Who or what', 'In Focus', 'In HR', 'Since last run']
  await expect(heads).toHaveText(chosen.map((name) => new RegExp(`^${name}`)))
  await expect.poll(height).toBeGreaterThan(before)
  await expect(page).toHaveURL(/kind=not-in-hr&cols=title%2Cfocus%2Chr%2Csince$/)
  // Another kind has the same columns, and so has the next visit.
  await kind(page, 'Missing in Focus').click()
  await expect(heads).toHaveText(chosen.map((name) => new RegExp(`^${name}`)))
  await page.goto('/reconcile')
  await compare(page)
  await expect(heads).toHaveText(chosen.map((name) => new RegExp(`^${name}`)))
})

test('Space shows and closes the evidence, Enter goes into it, Escape comes back', async ({
  page,
}) => {
  await signIn(page, 'admin', '/reconcile')
  await compare(page)
  await kind(page, 'Not in HR').click()
  await grid(page).focus()
  await page.keyboard.press('ArrowDown')
  await expect(evidence(page)).toBeVisible()
  await page.keyboard.press(' ')
  await expect(evidence(page)).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).nth(1)).toHaveAttribute('aria-current', 'true')
  await expect(evidence(page)).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(evidence(page)).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(evidence(page).locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(evidence(page)).toHaveCount(0)
  await expect(grid(page)).toBeFocused()
  await page.keyboard.press(' ')
  await expect(evidence(page)).toBeVisible()
  await page.keyboard.press('x')
  await expect(rows(page).nth(1).getByRole('checkbox')).toBeChecked()
})
