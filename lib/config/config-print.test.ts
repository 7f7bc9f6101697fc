import { describe, expect, test } from 'vitest'
import { loadConfig } from './config'
import { changedSettings, configHash, configPrint } from './config-print'

const SECRETS = {
  FOCUS_API_KEY: 'api-key-9f3c1d77',
  NEXTAUTH_SECRET: 'session-secret-5b1e8a20-long-enough',
  DATABASE_URL: 'postgres://console:database-password@db.example/focus?sslkey=also-secret',
  LEDGER_WITNESS: 'https://witness:witness-password@witness.example/log?token=also-secret',
  OIDC_CLIENT_SECRET: 'oidc-secret-77',
}
const ENVIRONMENT = {
  FOCUS_SANDBOX: '1',
  FOCUS_BASE_URL: 'http://127.0.0.1:9/api',
  FOCUS_CLIENT_ID: '1000001',
  FOCUS_USERNAME: 'focus.console@sandbox.example',
  OIDC_ISSUER: 'https://id.example',
  OIDC_CLIENT_ID: 'console',
  OIDC_ROLE_CLAIM: 'groups',
  OIDC_ROLE_MAP: 'qa=qa-reviewer',
  ...SECRETS,
}
const printOf = (change: Record<string, string> = {}) =>
  configPrint(loadConfig({ ...ENVIRONMENT, ...change }))

describe('what the ledger may say of the configuration', () => {
  test('holds every setting and no secret', () => {
    const text = JSON.stringify(printOf())
    for (const secret of [
      'api-key-9f3c1d77',
      'session-secret',
      '-password',
      'also-secret',
      'oidc-secret',
    ])
      expect(text).not.toContain(secret)
    for (const known of ['db.example', 'witness.example', 'https://id.example', 'qa-reviewer'])
      expect(text).toContain(known)
  })

  test('has one hash however its fields are ordered, and another for another setting', () => {
    const print = printOf()
    const reversed = Object.fromEntries(Object.entries(print).reverse())
    expect(configHash(reversed)).toBe(configHash(print))
    expect(configHash(printOf({ SESSION_IDLE_MINUTES: '5' }))).not.toBe(configHash(print))
    // A secret that was renewed is no other configuration.
    expect(configHash(printOf({ FOCUS_API_KEY: 'another' }))).toBe(configHash(print))
  })

  test('names what differs', () => {
    const changed = printOf({ REASONS: '{"roles":{"qa-reviewer":"required"}}', LOG_LEVEL: 'debug' })
    expect(changedSettings(printOf(), changed)).toEqual(['logLevel', 'reasons'])
  })
})
