import { expect, expectNoAxeFindings, signIn, test } from './fixture'

test.describe('the shell', () => {
  test('shows the pages of the role, the tenant and who is signed in', async ({ page }) => {
    await signIn(page, 'admin')
    const pages = page.getByRole('navigation', { name: 'Pages' })
    await expect(pages.getByRole('link')).toHaveText([
      'Overview',
      'People',
      'Endpoints',
      'Users',
      'Retention',
      'Reconcile',
      'Status',
    ])
    await expect(pages.getByRole('link', { name: 'Overview' })).toHaveAttribute(
      'aria-current',
      'page',
    )
    await expect(page.getByRole('banner')).toContainText('Sandbox tenant')
    await expect(page.getByRole('button', { name: 'Priya Raman, Admin' })).toBeVisible()
  })

  test('narrows to icons by itself, by choice, and remembers the choice', async ({ page }) => {
    await page.setViewportSize({ width: 1100, height: 800 })
    await signIn(page, 'admin')
    const rail = page.getByRole('complementary', { name: 'Console' })
    const width = async () => (await rail.boundingBox())?.width
    expect(await width()).toBeLessThan(60)
    await expect(rail.getByRole('link', { name: 'Status' })).toBeVisible()
    await page.getByRole('button', { name: 'Expand the rail' }).click()
    expect(await width()).toBeGreaterThan(150)
    await page.reload()
    await expect(page.getByRole('button', { name: 'Collapse the rail' })).toBeVisible()
    expect(await width()).toBeGreaterThan(150)
  })

  test('folds the rail away below 1024 px', async ({ page }) => {
    await page.setViewportSize({ width: 900, height: 700 })
    await signIn(page, 'admin')
    await expect(page.getByRole('complementary', { name: 'Console' })).toBeHidden()
    await page.getByRole('button', { name: 'Pages' }).click()
    await expectNoAxeFindings(page)
    await page.getByRole('link', { name: 'Status' }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
  })

  test('changes the theme, which stays after a reload without a flash', async ({ page }) => {
    await signIn(page, 'admin')
    await page.getByRole('button', { name: 'Theme' }).click()
    await page.getByRole('menuitemradio', { name: 'Dark' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    // Known before React is alive: the attribute stands while the scripts of the page are held back.
    await page.route('**/_next/static/**/*.js', (route) => route.abort('aborted'))
    await page.reload({ waitUntil: 'domcontentloaded' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  })

  test('shows times in the other zone on demand', async ({ page }) => {
    await signIn(page, 'admin', '/status')
    await page.getByRole('button', { name: /Time zone: London/ }).click()
    await page.getByRole('menuitemradio', { name: 'UTC' }).click()
    await expect(page.getByRole('button', { name: 'Time zone: UTC' })).toBeVisible()
  })
})

test.describe('the palette', () => {
  test('opens by key, runs an action and closes', async ({ page }) => {
    await signIn(page, 'admin')
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog', { name: 'Search or jump to' })
    await expect(palette.getByRole('combobox')).toBeFocused()
    await expectNoAxeFindings(page)
    await page.keyboard.type('dark')
    await page.keyboard.press('Enter')
    await expect(palette).toBeHidden()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  })

  test('jumps to a recording by either of its ids', async ({ page }) => {
    await signIn(page, 'qa-reviewer', '/recordings')
    const found = await page.evaluate(async () => {
      const response = await fetch('/api/recordings/search', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-focus-console': '1' },
        body: JSON.stringify({ limit: 5 }),
      })
      return response.json()
    })
    const { id, thirdPartyId } = found.recordings.find(
      (recording: { thirdPartyId: string | null }) => recording.thirdPartyId !== null,
    )
    await page.getByRole('button', { name: 'Search or jump to' }).click()
    await page.keyboard.type(String(id))
    await page.getByRole('option', { name: `Open recording ${id}` }).click()
    await expect(page).toHaveURL(new RegExp(`/recordings/${id}$`))

    await page.goto('/recordings')
    await page.keyboard.press('Control+k')
    await page.keyboard.insertText(thirdPartyId)
    await page.getByRole('option', { name: /third-party id/ }).click()
    await expect(page).toHaveURL(new RegExp(`/recordings/${id}$`))
  })

  test('says so when no recording has the id', async ({ page }) => {
    await signIn(page, 'qa-reviewer', '/recordings')
    await page.keyboard.press('Control+k')
    await page.keyboard.insertText('no-such-call-0001')
    await page.keyboard.press('Enter')
    await expect(page.getByText('No recording has that id.')).toBeVisible()
  })
})

test.describe('the key map', () => {
  test('opens by ?, and single keys can be turned off', async ({ page }) => {
    await signIn(page, 'admin')
    await page.keyboard.press('?')
    const keys = page.getByRole('dialog', { name: 'Keys' })
    await expect(keys).toContainText('Show all keys')
    await expectNoAxeFindings(page)
    await keys.getByRole('switch', { name: /Single-key shortcuts/ }).click()
    await page.keyboard.press('Escape')
    await expect(keys).toBeHidden()
    await page.keyboard.press('?')
    await expect(keys).toBeHidden()
    // Chords keep working, and lead back.
    await page.keyboard.press('Control+k')
    await page.getByRole('option', { name: 'Turn on single-key shortcuts' }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
    await page.keyboard.press('?')
    await expect(keys).toBeVisible()
  })
})

test.describe('the connection', () => {
  test('a session that ends leaves the page and offers the way back', async ({ page, allow }) => {
    allow.status(401)
    await page.clock.install()
    await signIn(page, 'admin', '/status?a=1')
    await expect(page.getByRole('region', { name: 'Tenant' })).toBeVisible()
    await page.context().clearCookies()
    await page.clock.runFor(11_000)
    const back = page.getByRole('button', { name: 'Sign in and come back here' })
    await expect(back).toBeVisible()
    await expect(page.getByRole('region', { name: 'Tenant' })).toBeVisible()
    await expectNoAxeFindings(page)
    await back.click()
    await page.getByRole('button', { name: /Admin/ }).click()
    await expect(page).toHaveURL(/\/status\?a=1$/)
  })

  test('a browser that goes offline keeps the page and says so', async ({ page, allow }) => {
    allow.failedRequest(/\/api\//)
    await signIn(page, 'admin', '/status')
    await expect(page.getByRole('region', { name: 'Tenant' })).toBeVisible()
    await page.context().setOffline(true)
    await expect(page.getByText('This browser is offline')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Tenant' })).toBeVisible()
    await page.context().setOffline(false)
    await expect(page.getByText('This browser is offline')).toBeHidden()
  })

  test('an answer of another version offers a reload', async ({ page }) => {
    await page.route('**/api/status', (route) => route.fulfill({ json: { surprise: true } }))
    await signIn(page, 'admin', '/status')
    await expect(page.getByRole('status', { name: 'Connection' })).toContainText('older')
    await expectNoAxeFindings(page)
  })

  test('an address that does not exist says so', async ({ page, allow }) => {
    allow.status(404)
    await page.goto('/nowhere')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'There is no page at this address',
    )
    await expectNoAxeFindings(page)
  })
})
