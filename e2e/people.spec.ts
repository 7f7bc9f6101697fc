import type { Page } from '@playwright/test'
import type { PersonActivity } from '../lib/contract/person'
import { expect, signIn, test } from './fixture'

/** The counts of a person as this console gives them, with what a larger firm would have in them. */
async function withActivity(
  page: Page,
  change: (activity: PersonActivity) => Partial<PersonActivity>,
): Promise<void> {
  await page.route('**/api/people/1001/activity', async (route) => {
    const response = await route.fetch()
    const activity: PersonActivity = await response.json()
    await route.fulfill({ response, json: { ...activity, ...change(activity) } })
  })
}

const recorded = (page: Page) => page.getByRole('region', { name: 'What is recorded' })

test('where counting stopped, gaps are told from the first whole day on', async ({ page }) => {
  await signIn(page, 'admin', '/status')
  await withActivity(page, ({ days, toDay }) => {
    const newest = days.at(-1)?.day ?? toDay
    const monthBefore = new Date(Date.parse(newest) - 30 * 86_400_000).toISOString().slice(0, 10)
    return {
      days: [
        { day: monthBefore, recordings: 1 },
        { day: newest, recordings: 4999 },
      ],
      read: 5000,
      complete: false,
    }
  })
  await page.goto('/people/1001')
  await expect(recorded(page)).toContainText('Counting stopped at 5,000 recordings')
  await expect(recorded(page)).toContainText(/Gaps are told from \d+ \w+ \d{4} on\./)
  await expect(recorded(page).getByRole('list', { name: 'Gaps' })).toContainText(
    /Nothing from .* weekdays\./,
  )
})

test('recordings that could not be read are said, and that a gap may be one of them', async ({
  page,
}) => {
  await signIn(page, 'admin', '/status')
  await withActivity(page, () => ({ unreadable: 3 }))
  await page.goto('/people/1001')
  await expect(recorded(page)).toContainText(
    '3 recordings could not be read and are counted on no day: what looks like a gap may be none.',
  )
})
