import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadConfig } from './config'
import { ConfigError } from './config-error'

const GOOD = {
  FOCUS_REGION: 'uk',
  FOCUS_CLIENT_ID: '1234567',
  FOCUS_API_KEY: 'canary-key',
  FOCUS_USERNAME: 'service@example.com',
  NEXTAUTH_SECRET: 'x'.repeat(32),
}

function mistakesOf(env: Record<string, string | undefined>): string[] {
  try {
    loadConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes
    throw error
  }
  return []
}

test('the least that is needed, and the defaults beside it', () => {
  expect(loadConfig(GOOD)).toMatchObject({
    focus: {
      baseUrl: 'https://uk.focus.subphonic.ai/api',
      label: 'UK',
      sandbox: false,
      clientId: 1_234_567,
      apiKey: 'canary-key',
      username: 'service@example.com',
    },
    auth: {
      origin: 'http://localhost:3000',
      idleMs: 30 * 60_000,
      absoluteMs: 12 * 3_600_000,
      oidc: null,
    },
    defaultCountry: 'GB',
    logLevel: 'info',
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
  })
})

test('every mistake at once, without the secrets', () => {
  const mistakes = mistakesOf({
    FOCUS_REGION: 'mars',
    FOCUS_CLIENT_ID: '0x10',
    FOCUS_API_KEY: 'canary-key',
    FOCUS_API_KEY_FILE: '/nowhere',
    NEXTAUTH_URL: 'console.example.com',
    NEXTAUTH_SECRET: 'canary-short',
    SESSION_IDLE_MINUTES: '0',
    DEFAULT_COUNTRY: 'UK',
    LOG_LEVEL: 'loud',
    OIDC_ISSUER: 'https://id.example.com',
    OIDC_ROLE_MAP: 'staff=boss',
  })
  const names = mistakes.map((mistake) => mistake.split(':')[0])
  expect(names.sort()).toEqual([
    'DEFAULT_COUNTRY',
    'FOCUS_API_KEY, FOCUS_API_KEY_FILE',
    'FOCUS_CLIENT_ID',
    'FOCUS_REGION',
    'FOCUS_USERNAME',
    'LOG_LEVEL',
    'NEXTAUTH_SECRET',
    'NEXTAUTH_URL',
    'OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET',
    'OIDC_ROLE_MAP',
    'SESSION_IDLE_MINUTES',
  ])
  expect(mistakes.join()).not.toContain('canary')
})

test('nothing at all says what is missing; an empty value is nothing', () => {
  expect(mistakesOf({})).toEqual(mistakesOf({ FOCUS_REGION: '', FOCUS_API_KEY: ' ' }))
  expect(mistakesOf({}).join('\n')).toMatch(/FOCUS_REGION: is missing.*FOCUS_API_KEY: is missing/s)
})

describe('where Focus is', () => {
  const at = (FOCUS_BASE_URL: string, more = {}) => ({
    ...GOOD,
    FOCUS_REGION: undefined,
    FOCUS_BASE_URL,
    ...more,
  })

  test.each(['uk', 'eu', 'us', 'ca'])('region %s', (FOCUS_REGION) =>
    expect(loadConfig({ ...GOOD, FOCUS_REGION }).focus.baseUrl).toBe(
      `https://${FOCUS_REGION}.focus.subphonic.ai/api`,
    ),
  )

  test.each(['http://127.0.0.1:4010/api', 'http://localhost:4010/api/', 'http://[::1]:4010/api'])(
    'plain http to loopback: %s',
    (url) => expect(loadConfig(at(url)).focus.baseUrl).toBe(url.replace(/\/$/, '')),
  )

  test.each([
    'http://focus.example.com/api',
    'http://127.0.0.1.example.com/api',
    'https://user:pass@focus.example.com/api',
    'https://focus.example.com/api?x=1',
    'file:///etc/passwd',
    'focus',
  ])('not %s', (url) => expect(mistakesOf(at(url))).toHaveLength(1))

  test('a sandbox only at loopback', () => {
    const sandbox = { FOCUS_SANDBOX: '1' }
    expect(loadConfig(at('http://127.0.0.1:4010/api', sandbox)).focus).toMatchObject({
      sandbox: true,
      label: 'Sandbox tenant',
    })
    expect(mistakesOf(at('https://focus.example.com/api', sandbox))).toHaveLength(1)
  })
})

test('the key from a file', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'config-')), 'key')
  const env = { ...GOOD, FOCUS_API_KEY: undefined, FOCUS_API_KEY_FILE: file }
  expect(mistakesOf(env)).toHaveLength(1)
  writeFileSync(file, 'from-file\n')
  expect(loadConfig(env).focus.apiKey).toBe('from-file')
})

test('an OpenID provider, its roles by name or by a map', () => {
  const oidc = {
    OIDC_ISSUER: 'https://id.example.com',
    OIDC_CLIENT_ID: 'console',
    OIDC_CLIENT_SECRET: 'secret',
  }
  expect(loadConfig({ ...GOOD, ...oidc }).auth.oidc).toMatchObject({
    roleClaim: 'roles',
    roleMap: { 'qa-reviewer': 'qa-reviewer', admin: 'admin' },
  })
  const mapped = { ...GOOD, ...oidc, OIDC_ROLE_MAP: 'CN=qa=qa-reviewer, ops=admin' }
  expect(loadConfig(mapped).auth.oidc?.roleMap).toEqual({ 'CN=qa': 'qa-reviewer', ops: 'admin' })
  expect(mistakesOf({ ...GOOD, ...oidc, OIDC_ISSUER: 'http://id.example.com' })).toHaveLength(1)
})
