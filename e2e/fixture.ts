import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page, type Response } from '@playwright/test'

export { expect }

/** What a journey expects to go wrong; everything else that goes wrong fails it. */
type Allowances = {
  /** Answers with this status are part of the journey. */
  status(status: number): void
  /** A console error whose text matches is part of the journey. */
  consoleError(pattern: RegExp): void
  /** Requests to a matching address may fail (a cut connection, going offline). */
  failedRequest(pattern: RegExp): void
}

/** The control room of this worker's sandbox tenant, apart from its API. */
export const SANDBOX_ORIGIN = `http://127.0.0.1:${4510 + Number(process.env.TEST_PARALLEL_INDEX ?? 0)}`

/** What our API answers where Focus does not: for one call alone, which no fault of the sandbox can be. */
export const FOCUS_AWAY = {
  status: 503,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    type: 'urn:focus-console:problem:upstream-unavailable',
    title: 'Focus is away',
    status: 503,
    detail: 'Focus could not answer.',
    slug: 'upstream-unavailable',
  }),
}

/** Fails a journey on any console error, page error, CSP violation or failed request it did not announce. */
export const test = base.extend<{ allow: Allowances }>({
  allow: [
    async ({ context }, use) => {
      const statuses = new Set<number>()
      const errors: RegExp[] = []
      const requests: RegExp[] = []
      const found: { text: string; allowed: () => boolean }[] = []
      const listen = (page: Page) => {
        page.on('console', (message) => {
          if (message.type() !== 'error') return
          const text = message.text()
          const status = /status of (\d{3})/.exec(text)?.[1]
          found.push({
            text: `console error: ${text} (${message.location().url})`,
            allowed: () =>
              (status !== undefined && statuses.has(Number(status))) ||
              (/net::ERR_/.test(text) &&
                requests.some((pattern) => pattern.test(message.location().url))) ||
              errors.some((pattern) => pattern.test(text)),
          })
        })
        page.on('pageerror', (error) => {
          found.push({ text: `page error: ${error.message}`, allowed: () => false })
        })
        page.on('response', (response: Response) => {
          if (response.status() < 400) return
          found.push({
            text: `${response.status()} from ${response.url()}`,
            allowed: () => statuses.has(response.status()),
          })
        })
        page.on('requestfailed', (request) => {
          const reason = request.failure()?.errorText ?? ''
          // A reader who moves on aborts what was under way: that is the design, not a failure.
          if (reason === 'net::ERR_ABORTED') return
          found.push({
            text: `failed request: ${request.url()} ${reason}`,
            allowed: () => requests.some((pattern) => pattern.test(request.url())),
          })
        })
      }
      for (const page of context.pages()) listen(page)
      context.on('page', listen)
      await use({
        status: (status) => statuses.add(status),
        consoleError: (pattern) => errors.push(pattern),
        failedRequest: (pattern) => requests.push(pattern),
      })
      expect(found.filter((entry) => !entry.allowed()).map((entry) => entry.text)).toEqual([])
    },
    { auto: true },
  ],
})

export type Persona = 'qa-reviewer' | 'compliance-officer' | 'admin'

const PERSONA_BUTTON: Record<Persona, RegExp> = {
  'qa-reviewer': /QA reviewer/i,
  'compliance-officer': /Compliance officer/i,
  admin: /Admin/i,
}

/** Signs in by one click, as a person would, and waits for the console; `to` is the page asked for first. */
export async function signIn(page: Page, persona: Persona, to = '/'): Promise<void> {
  await page.goto(to)
  await page.getByRole('button', { name: PERSONA_BUTTON[persona] }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

/** No finding by axe at WCAG 2.2 AA on the page as it stands. */
export async function expectNoAxeFindings(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // Reading the style sheets of the waveform's shadow root, axe makes a style element that the page's policy refuses.
    .options({ preload: false })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(
    violations.map(
      (finding) => `${finding.id}: ${finding.nodes.map((node) => node.target).join(' | ')}`,
    ),
  ).toEqual([])
}

/** Both themes are designed: sets one as the person's choice and reloads. */
export async function useTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme })
  await page.reload()
}
