import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixture'
import { compare, evidence, kind, rows } from './reconcile-steps'

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
  await rows(page).nth(1).click()
  await expect(evidence(page)).toBeVisible()
  await told.getByRole('button', { name: 'Dismiss' }).click()
  await expect(told).toHaveCount(0)
})
