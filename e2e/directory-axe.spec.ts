import type { Locator, Page } from '@playwright/test'
import { expect, expectNoAxeFindings, type Persona, signIn, test } from './fixture'

const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
]

type State = {
  name: string
  persona: Persona
  path: string
  /** What is done there; gives what shows that it has arrived. */
  reach: (page: Page) => Promise<Locator> | Locator
}

const STATES: State[] = [
  {
    name: 'the list of users with one beside it',
    persona: 'admin',
    path: '/users?row=1&at=7001&pane=1',
    reach: (page) =>
      page.getByRole('complementary', { name: 'Preview' }).getByRole('heading').first(),
  },
  {
    name: 'the matrix of users, searched',
    persona: 'admin',
    path: '/users?view=rights&q=active%3Ayes',
    reach: (page) => page.getByRole('table', { name: 'Users by role and right' }),
  },
  {
    name: 'the matrix of roles',
    persona: 'admin',
    path: '/users?view=roles',
    reach: (page) => page.getByRole('table', { name: 'Roles by right' }),
  },
  {
    name: 'an endpoint beside the list',
    persona: 'admin',
    path: '/endpoints?q=type%3Aphone&row=1&pane=1',
    reach: async (page) => {
      await page.getByRole('grid', { name: 'Endpoints' }).focus()
      await page.keyboard.press('j')
      return page.getByRole('complementary', { name: 'Preview' }).getByRole('heading').first()
    },
  },
  {
    name: 'the export of a list',
    persona: 'admin',
    path: '/endpoints?q=type%3Aphone',
    reach: async (page) => {
      await expect(page.getByRole('status').filter({ hasText: /endpoints/ })).toBeVisible()
      await page.getByRole('button', { name: 'Export' }).click()
      return page.getByRole('dialog', { name: 'Export' })
    },
  },
  {
    name: 'a look-up with its result',
    persona: 'admin',
    path: '/endpoints?view=look-up',
    reach: async (page) => {
      await page
        .getByLabel('Numbers and addresses, one a line')
        .fill('07897 897897\n0161 496 1100\nnobody@nowhere.example')
      await page.getByRole('button', { name: 'Look up' }).last().click()
      return page.getByRole('region', { name: 'What was found' }).getByRole('status')
    },
  },
  {
    name: 'the Overview of an admin',
    persona: 'admin',
    path: '/',
    reach: (page) =>
      page
        .getByRole('region', { name: 'Silent for 90 days', exact: true })
        .getByText(/^\d+ of \d+ endpoints$/),
  },
  {
    name: 'the Overview of a reviewer',
    persona: 'qa-reviewer',
    path: '/',
    reach: (page) => page.getByText(/^All [\d,]+ recordings? counted\./),
  },
]

for (const theme of ['light', 'dark'] as const)
  for (const size of SIZES)
    test.describe(`${theme} at ${size.width}×${size.height}`, () => {
      test.use({ viewport: size, colorScheme: theme })
      for (const { name, persona, path, reach } of STATES)
        test(`nothing is found by axe in ${name}`, async ({ page }, info) => {
          await signIn(page, persona, path)
          await expect(await reach(page)).toBeVisible()
          // What stands behind an open dialog fades.
          await page.evaluate(() =>
            Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
          )
          await expectNoAxeFindings(page)
          await page.screenshot({ path: info.outputPath('page.png') })
        })
    })
