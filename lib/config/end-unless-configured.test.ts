import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('a server with mistakes in its configuration ends and lists them all', () => {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [
      'node_modules/tsx/dist/cli.mjs',
      '--conditions=react-server',
      '--eval',
      "import('./lib/config/boot.ts').then(({ register }) => register())",
    ],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        NEXT_RUNTIME: 'nodejs',
        NEXTAUTH_SECRET: 'short',
        FOCUS_REGION: 'moon',
        FOCUS_API_KEY: 'planted-key-of-this-test',
        SESSION_IDLE_MINUTES: 'soon',
      },
    },
  )
  expect([status, stdout]).toEqual([1, ''])
  for (const name of ['NEXTAUTH_SECRET', 'FOCUS_REGION', 'FOCUS_CLIENT_ID', 'SESSION_IDLE_MINUTES'])
    expect(stderr).toContain(name)
  expect(stderr).not.toContain('planted-key-of-this-test')
  expect(stderr).not.toMatch(/\n\s+at /)
}, 120_000)
