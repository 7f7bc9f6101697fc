import { type IncomingMessage, request as openRequest } from 'node:http'
import type { Sandbox } from './start-sandbox'

export type Reply = {
  status: number
  headers: IncomingMessage['headers']
  bytes: Buffer
  text: string
  json(): WireAnswer
}

/** The fields of a row that tests look at; a row of an odd shape lacks some. */
export type WireRow = {
  interactionId: number | string
  recordingId?: number
  thirdPartyId: string
  type?: string
  direction: string
  startDatetimeUTC: string
  durationSeconds?: number
  endpoints: { endpointId: number; type: string; value: string; personId?: number }[]
  tags: string[]
  retentionGroupId: number
  hasTranscription: boolean
  commentCount: number
}

/** The fields of all answers together; those of the call that was made are there. */
export type WireAnswer = WireRow & {
  token: string
  recordings: WireRow[]
  total?: number
  mediaType: string
  sizeBytes: number
  segments: { text: string; startMs: number | string }[]
  audit: { action: string; username: string }[]
  people: { displayName: string; endpoints: { type: string }[] }[]
  users: { rights: string[] }[]
  comments: unknown[]
  calls: Record<string, number>
  playEvents: number
}

export type CallOptions = {
  method?: string
  headers?: Record<string, string>
  /** Null sends no token. */
  token?: string | null
  signal?: AbortSignal
}

/** Calls a sandbox over real HTTP, as the tests of this folder need it. */
export type Caller = {
  token: string
  /** POST with a body, GET without one. Rejects when the connection breaks. */
  call(path: string, body?: unknown, options?: CallOptions): Promise<Reply>
  /** As `call`, but hands over the reply at its headers. */
  open(path: string, body: unknown, options?: CallOptions): Promise<IncomingMessage>
}

export async function callerOf(sandbox: Sandbox): Promise<Caller> {
  let token = ''
  const open: Caller['open'] = (path, body, options = {}) =>
    new Promise((resolve, reject) => {
      const bearer = options.token === undefined ? token : options.token
      const outgoing = openRequest(
        path.startsWith('/sandbox') ? sandbox.url.replace('/api', path) : sandbox.url + path,
        {
          method: options.method ?? (body === undefined ? 'GET' : 'POST'),
          agent: false,
          headers: {
            ...(body !== undefined && { 'Content-Type': 'application/json' }),
            ...(bearer && { Authorization: `Bearer ${bearer}` }),
            ...options.headers,
          },
          ...(options.signal && { signal: options.signal }),
        },
        resolve,
      )
      outgoing.once('error', reject)
      outgoing.end(
        body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
      )
    })
  const call: Caller['call'] = async (path, body, options) => {
    const incoming = await open(path, body, options)
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const bytes = Buffer.concat(chunks)
    const text = bytes.toString('utf8')
    const json = () => JSON.parse(text)
    return { status: incoming.statusCode ?? 0, headers: incoming.headers, bytes, text, json }
  }
  const reply = await call('/authWithApiKey', {
    clientId: sandbox.clientId,
    apiKey: sandbox.apiKey,
    username: sandbox.username,
  })
  token = reply.json().token
  return { token, call, open }
}
