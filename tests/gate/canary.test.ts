import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { API } from '@/lib/contract/api'
import { ENVIRONMENT } from './gate-environment'

vi.setConfig({ testTimeout: 240_000 })

const KEY = 'canary-key-9f3c1d77'
const SECRET = 'canary-session-secret-5b1e8a20-long-enough'
// A token of Focus's form: nobody reads more than its expiry.
const TOKEN = `eyJhbGciOiJub25lIn0.${Buffer.from('{"exp":4102444800,"canary":"token"}').toString('base64url')}.canarysignature`
const CANARIES = [KEY, TOKEN, 'canarysignature', SECRET]

/** A tenant that answers one recording well and blurts out what it was sent for any other. */
async function startTenant() {
  let exchanges = 0
  let authorised = 0
  const server = createServer(async (request, reply) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString()
    reply.setHeader('content-type', 'application/json')
    if (request.url?.endsWith('/authWithApiKey')) {
      exchanges += body.includes(KEY) ? 1 : 0
      reply.end(JSON.stringify({ token: TOKEN, refreshToken: TOKEN }))
      return
    }
    if (request.headers.authorization === `Bearer ${TOKEN}`) authorised += 1
    if (body.includes('42') || request.url?.includes('42')) {
      reply.writeHead(500, { 'content-type': 'text/html', 'x-echo': TOKEN })
      reply.end(`<h1>${KEY} ${request.headers.authorization}</h1>`)
      return
    }
    reply.end(
      JSON.stringify({
        interactionId: 41,
        thirdPartyId: 'call-41',
        recordings: [],
        people: [],
        comments: [],
        segments: [],
      }),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo // a TCP server that listens
  return { server, port, seen: () => ({ exchanges, authorised }) }
}

test('the key, the token and the session secret are in no answer and no log line', async () => {
  const tenant = await startTenant()
  const child = spawn(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', '--conditions=react-server', 'tests/gate/canary-process.ts'],
    {
      env: {
        ...process.env,
        GATE_ENVIRONMENT: JSON.stringify({
          ...ENVIRONMENT,
          FOCUS_API_KEY: KEY,
          NEXTAUTH_SECRET: SECRET,
          FOCUS_BASE_URL: `http://127.0.0.1:${tenant.port}/api`,
          LOG_LEVEL: 'trace',
        }),
      },
    },
  )
  let logged = ''
  let answered = ''
  child.stdout.on('data', (chunk) => {
    logged += chunk
  })
  child.stderr.on('data', (chunk) => {
    answered += chunk
  })
  const code = await new Promise((done) => child.on('close', done))
  tenant.server.close()
  expect(code, answered.slice(-2000)).toBe(0)

  // The canaries were really in use, and every route really answered.
  expect(tenant.seen().exchanges).toBeGreaterThan(0)
  expect(tenant.seen().authorised).toBeGreaterThan(0)
  const Answer = z.object({ path: z.string(), status: z.number() })
  const answers = answered
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => Answer.parse(JSON.parse(line)))
  for (const { path } of Object.values(API))
    expect(answers.filter((answer) => answer.path === path).length, path).toBeGreaterThanOrEqual(6)
  expect(answers.some(({ status }) => status === 200)).toBe(true)
  expect(answers.some(({ status }) => status >= 500)).toBe(true)
  expect(logged.split('\n').length).toBeGreaterThan(answers.length)

  for (const canary of CANARIES) {
    expect(answered.includes(canary), `an answer holds ${canary}`).toBe(false)
    expect(logged.includes(canary), `a log line holds ${canary}`).toBe(false)
  }
  for (const personal of ['Anna Meyer', 'anna.meyer@', 'persona-of-the-tests', 'meyer'])
    expect(logged.includes(personal), `a log line holds ${personal}`).toBe(false)
})
