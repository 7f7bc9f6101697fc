import { useTheme as chooseTheme, expect, expectNoAxeFindings, signIn, test } from './fixture'

test.describe('signing in', () => {
  test('takes one click in the sandbox, and returns to the page asked for', async ({ page }) => {
    await page.goto('/status?from=a%20link')
    await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/)
    await page.getByRole('button', { name: /Admin/ }).click()
    await expect(page).toHaveURL(/\/status\?from=a(%20|\+)link$/)
    await expect(page.getByRole('heading', { level: 1, name: 'Status' })).toBeVisible()
  })

  test('leads each role to its own Overview', async ({ page }) => {
    await signIn(page, 'admin')
    await expect(page.getByRole('region', { name: 'Connection to Focus' })).toBeVisible()
    // Until it has read what it shows, a page asks on, and is refused once the session is over.
    await expect(page.getByText(/^[\d,]+ of [\d,]+ endpoints$/)).toBeVisible()
    await page.getByRole('button', { name: 'Priya Raman, Admin' }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(/\/sign-in/)
    await signIn(page, 'qa-reviewer')
    await expect(page.getByRole('region', { name: 'Newest this week' })).toBeVisible()
  })

  test('never leads away from the console', async ({ page, baseURL }) => {
    for (const elsewhere of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
      // A page that stays open would ask on without its session.
      await page.goto('about:blank')
      await page.context().clearCookies()
      await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(elsewhere)}`)
      await page.getByRole('button', { name: /Admin/ }).click()
      await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
      expect(new URL(page.url()).origin).toBe(baseURL)
    }
  })

  test('says in words what went wrong last time', async ({ page }) => {
    await page.goto('/sign-in?error=OAuthCallback')
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      'did not confirm who you are',
    )
    await expectNoAxeFindings(page)
  })

  test('says so when the server does not answer', async ({ page, allow }) => {
    allow.failedRequest(/\/api\/auth\//)
    allow.consoleError(/CLIENT_FETCH_ERROR/)
    await page.goto('/sign-in')
    await page.route('**/api/auth/**', (route) => route.abort('connectionrefused'))
    await page.getByRole('button', { name: /QA reviewer/ }).click()
    await expect(page.getByRole('main').getByRole('alert')).toContainText('does not answer')
    await expect(page.getByRole('button', { name: /QA reviewer/ })).toBeEnabled()
  })

  test('is free of axe findings in both themes, and stands on a small window', async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 768 })
    await page.goto('/sign-in')
    for (const theme of ['light', 'dark'] as const) {
      await chooseTheme(page, theme)
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      await expectNoAxeFindings(page)
    }
  })

  test('works by keyboard alone', async ({ page }) => {
    await page.goto('/sign-in')
    const reviewer = page.getByRole('button', { name: /QA reviewer/ })
    await page.keyboard.press('Tab')
    await expect(reviewer).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  })
})
