import { quantiles } from './quantiles'
import { consoleHeaders, ORIGIN, SANDBOX_API, signIn } from './running-console'

const PER_SECOND = 50
const SECONDS = 20

/** Sends one request every 20 ms whatever the answers do, and times each to its last byte. */
async function load(send: () => Promise<Response>): Promise<number[]> {
  const timings: Promise<number>[] = []
  const began = performance.now()
  for (let index = 0; index < PER_SECOND * SECONDS; index += 1) {
    const due = began + (index * 1000) / PER_SECOND
    const wait = due - performance.now()
    if (wait > 0) await new Promise((next) => setTimeout(next, wait))
    const sent = performance.now()
    timings.push(
      send().then(async (answer) => {
        await answer.arrayBuffer()
        if (!answer.ok) throw new Error(`A search answered ${answer.status}`)
        return performance.now() - sent
      }),
    )
  }
  return Promise.all(timings)
}

/** `POST /api/recordings/search` beside the same call made straight to the sandbox, 50 a second each. */
export async function searchOverhead(): Promise<string[]> {
  const cookie = await signIn()
  const exchange = await fetch(`${SANDBOX_API}/authWithApiKey`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      clientId: 1000001,
      apiKey: 'sandbox-key',
      username: 'focus.console@sandbox.example',
    }),
  })
  const { token } = (await exchange.json()) as { token: string } // documented answer of the exchange
  const body = JSON.stringify({ limit: 50 })
  const straight = () =>
    fetch(`${SANDBOX_API}/client/recording.search`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
    })
  const through = () =>
    fetch(`${ORIGIN}/api/recordings/search`, {
      method: 'POST',
      headers: consoleHeaders(cookie),
      body,
    })
  for (let index = 0; index < 100; index += 1) {
    await (await straight()).arrayBuffer()
    await (await through()).arrayBuffer()
  }
  const direct = quantiles(await load(straight))
  const console_ = quantiles(await load(through))
  const row = (name: string, { median, p95 }: { median: number; p95: number }) =>
    `| ${name} | ${median.toFixed(1)} ms | ${p95.toFixed(1)} ms |`
  return [
    `| ${PER_SECOND} searches a second, ${SECONDS} s, 50 rows each | median | 95th |`,
    '|---|---|---|',
    row('straight to the sandbox', direct),
    row('through the console', console_),
    `| ratio | ${(console_.median / direct.median).toFixed(2)} | ${(console_.p95 / direct.p95).toFixed(2)} |`,
    `| overhead | ${(console_.median - direct.median).toFixed(1)} ms | ${(console_.p95 - direct.p95).toFixed(1)} ms |`,
  ]
}
