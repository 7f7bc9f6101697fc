import { describe, expect, test } from 'vitest'
import { readAccessSettings } from './access-settings'

function read(env: Record<string, string>) {
  const mistakes: string[] = []
  const settings = readAccessSettings({ DATA_DIR: '/srv/console', ...env }, mistakes)
  return { settings, mistakes }
}

describe('the settings of ledger, reasons, pseudonyms, findings and evidence', () => {
  test('have defaults that ask nothing of anybody', () => {
    expect(read({})).toEqual({
      mistakes: [],
      settings: {
        database: { kind: 'sqlite' },
        ledger: {
          keyFile: '/srv/console/ledger-key.pem',
          name: 'focus-console/access-ledger',
          witness: null,
        },
        reasons: { roles: {}, tags: {} },
        pseudonymRoles: [],
        workingHours: {
          days: [1, 2, 3, 4, 5],
          fromMinute: 480,
          toMinute: 1080,
          timeZone: 'Europe/London',
        },
        reportingLinesFile: null,
        evidence: { maxBytes: 20_480 * 1024 * 1024, keepMs: 4 * 3_600_000 },
      },
    })
  })

  test('are read as they are written', () => {
    const { settings, mistakes } = read({
      DATABASE_URL: 'postgres://console@db.example/focus',
      LEDGER_KEY_FILE: '/run/secrets/ledger.pem',
      LEDGER_NAME: 'console.example/ledger',
      LEDGER_WITNESS: 'https://witness.example/log',
      REASONS: '{"roles":{"qa-reviewer":"optional"},"tags":{"legal.hold":"required"}}',
      PSEUDONYM_ROLES: 'compliance-officer, qa-reviewer',
      WORKING_HOURS: '1,2,6 07:30-19:15 America/Argentina/Buenos_Aires',
      REPORTING_LINES_FILE: '/etc/lines.csv',
      EVIDENCE_MAX_MB: '64',
      EVIDENCE_KEEP_HOURS: '0.5',
    })
    expect(mistakes).toEqual([])
    expect(settings).toEqual({
      database: { kind: 'postgres', url: 'postgres://console@db.example/focus' },
      ledger: {
        keyFile: '/run/secrets/ledger.pem',
        name: 'console.example/ledger',
        witness: 'https://witness.example/log',
      },
      reasons: { roles: { 'qa-reviewer': 'optional' }, tags: { 'legal.hold': 'required' } },
      pseudonymRoles: ['compliance-officer', 'qa-reviewer'],
      workingHours: {
        days: [1, 2, 6],
        fromMinute: 450,
        toMinute: 1155,
        timeZone: 'America/Argentina/Buenos_Aires',
      },
      reportingLinesFile: '/etc/lines.csv',
      evidence: { maxBytes: 64 * 1024 * 1024, keepMs: 1_800_000 },
    })
    expect(read({ LEDGER_WITNESS: '/var/log/ledger.notes' }).settings.ledger.witness).toBe(
      '/var/log/ledger.notes',
    )
  })

  test.each([
    ['DATABASE_URL', 'mysql://db.example/focus'],
    ['DATABASE_URL', 'db.example'],
    ['LEDGER_WITNESS', 'ftp://witness.example'],
    ['LEDGER_NAME', 'two words'],
    ['LEDGER_NAME', 'a+b'],
    ['REASONS', '{"roles":'],
    ['REASONS', '{"roles":{"boss":"required"}}'],
    ['REASONS', '{"tags":{"a":"sometimes"}}'],
    ['REASONS', '{"role":{}}'],
    ['PSEUDONYM_ROLES', 'boss'],
    ['WORKING_HOURS', 'always'],
    ['WORKING_HOURS', '1,2 08:00-18:00 Europe/Atlantis'],
    ['WORKING_HOURS', '1,2 18:00-08:00 Europe/London'],
    ['WORKING_HOURS', '1,2 08:00-25:00 Europe/London'],
    ['EVIDENCE_MAX_MB', '15'],
    ['EVIDENCE_MAX_MB', 'much'],
    ['EVIDENCE_KEEP_HOURS', '0'],
    ['EVIDENCE_KEEP_HOURS', '73'],
  ])('name their mistake: %s=%s', (name, value) => {
    const { mistakes } = read({ [name]: value })
    expect(mistakes).toEqual([expect.stringMatching(`^${name}: `)])
  })
})
