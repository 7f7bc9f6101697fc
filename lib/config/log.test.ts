import { type Logger, pino } from 'pino'
import { expect, test } from 'vitest'
import { Problem } from '@/lib/problem/problem'
import { LOG_OPTIONS } from './log'

function lineOf(write: (log: Logger) => void): string {
  const lines: string[] = []
  write(pino(LOG_OPTIONS, { write: (line) => void lines.push(line) }))
  return lines.join('')
}

test('secrets and personal data never reach a line, however deep', () => {
  const line = lineOf((log) =>
    log.info(
      {
        requestId: 'kept',
        headers: { Authorization: 'canary', cookie: 'canary', 'set-cookie': ['canary'] },
        config: { focus: { apiKey: 'canary', clientId: 7 }, auth: { clientSecret: 'canary' } },
        list: [{ refreshToken: 'canary', NEXTAUTH_SECRET: 'canary' }],
        password: 'canary',
        email: 'canary',
        freeText: 'canary',
      },
      'said',
    ),
  )
  expect(line).not.toContain('canary')
  expect(JSON.parse(line)).toMatchObject({
    level: 'info',
    msg: 'said',
    requestId: 'kept',
    config: { focus: { clientId: 7 } },
  })
})

test('an error keeps its message and its causes, but not its own fields', () => {
  const cause = Object.assign(new Error('socket'), { code: 'ECONNRESET', request: 'canary' })
  const err = new Problem('upstream-unavailable', 'The connection broke.', { cause })
  const line = lineOf((log) => log.warn({ err }, 'failed'))
  expect(line).not.toContain('canary')
  expect(JSON.parse(line).err).toMatchObject({
    slug: 'upstream-unavailable',
    message: 'The connection broke.',
    cause: { code: 'ECONNRESET', message: 'socket' },
  })
})

test('a structure that holds itself does no harm', () => {
  const loop: Record<string, unknown> = {}
  loop.self = loop
  expect(lineOf((log) => log.info(loop, 'said'))).toContain('[Deep]')
})
