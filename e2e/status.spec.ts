import { useTheme as chooseTheme, expect, expectNoAxeFindings, signIn, test } from './fixture'

test.describe('the status page', () => {
  test('tells the tenant, the token and the fifteen calls', async ({ page }) => {
    await signIn(page, 'admin', '/status')
    await expect(page.getByRole('region', { name: 'Tenant' })).toContainText('Sandbox tenant')
    await expect(page.getByRole('region', { name: 'Token' })).toContainText('State')
    await expect(page.getByRole('region', { name: 'Connection to Focus' })).toContainText('Healthy')
    const rows = page.getByRole('region', { name: 'Focus calls' }).getByRole('row')
    await expect(rows).toHaveCount(16)
    await expect(rows.filter({ hasText: 'RetentionGroup.View' })).toContainText(
      'GET /admin/retentionGroup',
    )
    await expectNoAxeFindings(page)
  })

  test('is free of axe findings in both themes on a small window', async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 768 })
    await signIn(page, 'admin', '/status')
    for (const theme of ['light', 'dark'] as const) {
      await chooseTheme(page, theme)
      await expect(page.getByRole('region', { name: 'Tenant' })).toBeVisible()
      await expectNoAxeFindings(page)
    }
  })

  test('tells others which permission they lack, and asks nothing', async ({ page }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await signIn(page, 'qa-reviewer', '/status')
    await expect(page.getByRole('main').getByRole('alert')).toContainText('status.view')
    await expectNoAxeFindings(page)
    expect(asked).not.toContain('/api/status')
  })

  test('keeps what it has when the next answer fails, and says whose it is', async ({
    page,
    allow,
  }) => {
    allow.status(503)
    await page.clock.install()
    await signIn(page, 'admin', '/status')
    await expect(page.getByRole('region', { name: 'Tenant' })).toBeVisible()
    await page.route('**/api/status', (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        json: {
          type: 'urn:focus-console:problem:ledger-unavailable',
          title: 'Access cannot be recorded just now',
          status: 503,
          detail: 'The ledger does not take entries.',
          slug: 'ledger-unavailable',
          requestId: 'request-1',
        },
      }),
    )
    await page.clock.runFor(30_000)
    const alert = page.getByRole('main').getByRole('alert')
    await expect(alert).toContainText('Access cannot be recorded just now')
    await expect(alert).toContainText('request-1')
    await expect(alert).toContainText('Trying again in')
    await expect(page.getByRole('region', { name: 'Tenant' })).toBeVisible()
    await page.unroute('**/api/status')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(alert).toBeHidden()
  })
})
