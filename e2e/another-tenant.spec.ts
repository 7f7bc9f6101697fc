import type { ServerResponse } from 'node:http'
import type { Page } from '@playwright/test'
import { type AnotherTenant, startAnotherTenant } from './another-tenant'
import { expect, test } from './fixture'
import { addAccount, type RunningConsole, signInLocally, startConsole } from './start-console'

const EMAIL = 'reviewer@other.example'
const PASSWORD = 'correct horse battery staple'
const SEARCH = '/client/recording.search'

let tenant: AnotherTenant
let running: RunningConsole

test.beforeAll(async () => {
  tenant = await startAnotherTenant()
  running = await startConsole(3320, {
    FOCUS_BASE_URL: tenant.baseUrl,
    FOCUS_CLIENT_ID: '77',
    FOCUS_API_KEY: 'canary-key-5f1e0c',
    FOCUS_USERNAME: 'svc@other.example',
  })
  await addAccount(running.dataDir, EMAIL, PASSWORD, ['qa-reviewer'])
})

test.afterAll(async () => {
  await running?.stop()
  await tenant?.close()
})

const signIn = (page: Page, to = '/recordings') =>
  signInLocally(page, running.origin + to, EMAIL, PASSWORD)

test('a real tenant offers no personas, and a wrong password says so in words', async ({
  page,
  allow,
}) => {
  allow.status(401)
  await page.goto(running.origin)
  await expect(page.getByRole('button', { name: /QA reviewer/i })).toHaveCount(0)
  await page.getByLabel(/e-?mail/i).fill(EMAIL)
  await page.getByLabel(/password/i).fill('not the password')
  await page.getByRole('button', { name: /^sign in$/i }).click()
  await expect(page.getByText('The e-mail address or the password is not right.')).toBeVisible()
})

test('rows of another tenant show: string ids, no total, an unknown kind, one row unreadable', async ({
  page,
}) => {
  await signIn(page)
  await expect(page.getByText(/at least \d+ recordings/i)).toBeVisible()
  await expect(page.getByText(/1 row could not be read/i)).toBeVisible()
  await expect(page.getByText('Zoë Quill').first()).toBeVisible()
  await page.goto(`${running.origin}/recordings/7000000`)
  await expect(page.getByText('Hello from another tenant')).toBeVisible()
  await expect(page.getByText(/hologram/i).first()).toBeVisible()
  await page.getByRole('tab', { name: /details/i }).click()
  await page.getByText('All fields').click()
  await expect(page.getByText('retentionScore')).toBeVisible()
})

test('its audio plays and nothing of its headers passes', async ({ page }) => {
  await signIn(page, '/recordings/7000002')
  const audio = page.waitForResponse((response) => response.url().includes('/audio'))
  await page.getByRole('button', { name: /^play/i }).first().click()
  const headers = await (await audio).allHeaders()
  expect(headers['x-internal']).toBeUndefined()
  expect(headers['set-cookie'] ?? '').not.toContain('tenant')
  await expect
    .poll(() => page.evaluate(() => document.querySelector('audio')?.currentTime ?? 0))
    .toBeGreaterThan(0.2)
})

const html500 = (response: ServerResponse) =>
  void response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>secret stack</h1>')
const notJson = (response: ServerResponse) =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end('{"recordings": [')
const badRequest = (response: ServerResponse) =>
  void response
    .writeHead(400, { 'content-type': 'application/json' })
    .end('{"message":"no such filter"}')
const forbidden = (response: ServerResponse) =>
  void response.writeHead(403, { 'content-type': 'application/json' }).end('{}')

for (const { name, answer, status, words } of [
  { name: 'a reply that is not JSON', answer: notJson, status: 502, words: /could not be read/i },
  { name: 'a filter it does not take', answer: badRequest, status: 502, words: /misconfigured/i },
  { name: 'an HTML 500', answer: html500, status: 503, words: /Focus is not available/i },
]) {
  test(`${name}: the page says what happened, keeps its filters, and nobody is signed out`, async ({
    page,
    allow,
  }) => {
    allow.status(status)
    await signIn(page)
    await expect(page.getByText('Zoë Quill').first()).toBeVisible()
    tenant.answerWith(SEARCH, answer)
    await page.getByRole('combobox', { name: /search/i }).fill('something')
    await page.keyboard.press('Enter')
    await expect(page.getByText(words).first()).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText('secret stack')).toHaveCount(0)
    await expect(page.getByRole('combobox', { name: /search/i })).toBeEnabled()
    await expect(page).not.toHaveURL(/sign-in/)
    tenant.answerWith(SEARCH, null)
  })
}

test('a right the service user lacks is named', async ({ page, allow }) => {
  allow.status(403)
  tenant.answerWith('/client/recording.transcription.get', forbidden)
  await signIn(page, '/recordings/7000004')
  await expect(page.getByText('Recording.Transcription.View').first()).toBeVisible()
  tenant.answerWith('/client/recording.transcription.get', null)
})

test('tokens refused for good: misconfigured, said in words, and still signed in', async ({
  page,
  allow,
}) => {
  allow.status(502)
  await signIn(page)
  await expect(page.getByText('Zoë Quill').first()).toBeVisible()
  tenant.refuseTokens(true)
  await page.goto(`${running.origin}/recordings/7000009`)
  await expect(page.getByText(/connection to Focus is misconfigured/i).first()).toBeVisible()
  await expect(page).not.toHaveURL(/sign-in/)
  expect(tenant.asked.get('/authWithApiKey') ?? 0).toBeLessThan(12)
  tenant.refuseTokens(false)
})

test('the key and the token reach no page, no answer and no log line', async ({ page }) => {
  const seen: string[] = []
  page.on('response', async (response) => {
    seen.push(JSON.stringify(await response.allHeaders()))
    if (/json|html|javascript/.test(response.headers()['content-type'] ?? '')) {
      seen.push(await response.text().catch(() => ''))
    }
  })
  await signIn(page, '/recordings/7000011')
  await expect(page.getByText('Hello from another tenant')).toBeVisible()
  seen.push(await page.content(), running.output())
  expect(seen.join('\n').length).toBeGreaterThan(1000)
  for (const canary of ['canary-key-5f1e0c', 'opaque-not-a-jwt']) {
    expect(seen.some((text) => text.includes(canary))).toBe(false)
  }
})
