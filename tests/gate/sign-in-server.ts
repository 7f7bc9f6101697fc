import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/access/auth-options'
import { signInRecord } from '@/lib/bff/sign-in-record'

type Reply = import('node:http').ServerResponse & {
  status?: (code: number) => Reply
  send?: (body: unknown) => void
  json?: (body: unknown) => void
}

/** next-auth with the console's own options behind plain HTTP, as a request arrives from a browser. */
export async function startSignIn(port = 0): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, reply: Reply) => {
    reply.status = (code) => {
      reply.statusCode = code
      return reply
    }
    reply.json = (body) => {
      reply.setHeader('content-type', 'application/json')
      reply.end(JSON.stringify(body))
    }
    reply.send = (body) => {
      reply.end(typeof body === 'object' ? JSON.stringify(body) : String(body ?? ''))
    }
    void answer(request, reply)
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  const { port: taken } = server.address() as AddressInfo // a TCP server that listens
  return { server, origin: `http://localhost:${taken}` }
}

async function answer(request: IncomingMessage, reply: Reply): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const cookies = (request.headers.cookie ?? '').split('; ').filter(Boolean)
  Object.assign(request, {
    query: {
      ...Object.fromEntries(url.searchParams),
      nextauth: url.pathname.split('/').slice(3),
    },
    body: Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString())),
    cookies: Object.fromEntries(
      cookies.map((pair) => {
        const at = pair.indexOf('=')
        return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))]
      }),
    ),
  })
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value))
  await NextAuth(authOptions(signInRecord(headers)))(request, reply)
}

/** A browser's cookies and redirects, one host's cookies apart from another's. */
export class Visitor {
  readonly #jar = new Map<string, Map<string, string>>()

  cookie(origin: string, name: string): string | undefined {
    return this.#jar.get(origin)?.get(name)
  }

  /** One request, no redirect followed. */
  async send(address: string | URL, form?: Record<string, string>): Promise<Response> {
    const url = new URL(address)
    const jar = this.#jar.get(url.origin) ?? new Map<string, string>()
    this.#jar.set(url.origin, jar)
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { body: new URLSearchParams(form) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...flags] = line.split('; ')
      const at = pair.indexOf('=')
      const gone = flags.some((flag) => /^(max-age=0|expires=Thu, 01 Jan 1970)/i.test(flag))
      if (gone || pair.length === at + 1) jar.delete(pair.slice(0, at))
      else jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }

  /** Posts to next-auth with its token against forged requests; resolves to where it sends the browser. */
  async post(origin: string, path: string, form: Record<string, string> = {}): Promise<string> {
    const csrf = await (await this.send(`${origin}/api/auth/csrf`)).json()
    const fields = { ...form, csrfToken: csrf.csrfToken, callbackUrl: `${origin}/recordings` }
    const response = await this.send(`${origin}/api/auth/${path}`, fields)
    return response.headers.get('location') ?? ''
  }
}
