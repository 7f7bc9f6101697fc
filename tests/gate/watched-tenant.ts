import { createServer, request as forward } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox'

/** One request that reached Focus: `seen` is what `look` said just before it was passed on. */
export type Reached<T> = { path: string; seen: T }

/** The real sandbox behind a door that notes who comes, and looks somewhere first. */
export async function startWatchedTenant<T>(look: () => T) {
  const sandbox: Sandbox = await startSandbox({ port: 0, recordings: 300, seed: 11 })
  const reached: Reached<T>[] = []
  const door = createServer((incoming, reply) => {
    const path = incoming.url ?? ''
    // The exchange of the key for a token shows nobody's data.
    if (!path.endsWith('/authWithApiKey')) reached.push({ path, seen: look() })
    const { method = 'GET', headers } = incoming
    const onward = forward(new URL(path, sandbox.url), { method, headers }, (answer) => {
      reply.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(reply)
    })
    onward.on('error', () => reply.destroy())
    reply.on('close', () => onward.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>((done) => door.listen(0, '127.0.0.1', done))
  const { port } = door.address() as AddressInfo // a TCP server that listens
  return {
    environment: {
      FOCUS_BASE_URL: `http://127.0.0.1:${port}${new URL(sandbox.url).pathname}`,
      FOCUS_CLIENT_ID: String(sandbox.clientId),
      FOCUS_API_KEY: sandbox.apiKey,
      FOCUS_USERNAME: sandbox.username,
    },
    reached,
    async close() {
      door.closeAllConnections()
      door.close()
      await sandbox.close()
    },
  }
}
