import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Tenant } from '../tenant/tenant'
import type { FaultDesk } from './fault-desk'
import type { Fault } from './fault-names'
import { Refusal } from './refusal'
import type { Rights } from './rights'
import type { Tokens } from './tokens'
import type { Usage } from './usage'

/** What every call may use. */
export type House = {
  tenant: Tenant
  tokens: Tokens
  rights: Rights
  usage: Usage
  faults: FaultDesk
  clock: () => number
  credentials: { clientId: number; apiKey: string; username: string }
}

/** One request being answered. */
export type Exchange = {
  house: House
  request: IncomingMessage
  response: ServerResponse
  url: URL
  path: string
  /** The parsed JSON body; an empty object where there was none. */
  body: unknown
  /** Aborts when the caller leaves. */
  signal: AbortSignal
  /** A fault asked for by header or control; null for a plain answer. */
  fault: Fault | null
}

const MOST_BODY_BYTES = 1_048_576

/** The JSON body of a request. 415 for another content type, 413 when too large, 400 when not JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/json\b/i.test(type)) throw new Refusal(415, 'The body must be JSON')
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > MOST_BODY_BYTES) throw new Refusal(413, 'The body is too large')
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}')
  } catch {
    throw new Refusal(400, 'The body is not JSON')
  }
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) {
  const bytes = Buffer.from(JSON.stringify(body))
  response.writeHead(status, {
    ...headers,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': bytes.length,
  })
  response.end(bytes)
}

/** The body by its schema, or 400 with the first thing wrong in it. */
export function parse<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new Refusal(400, `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'invalid'}`)
}

export const paging = {
  limit: z.int().min(1).max(200).optional(),
  offset: z.int().min(0).optional(),
}

/** One page of a list, with the size of the whole. */
export function pageOf<T>(
  list: readonly T[],
  { limit = 50, offset = 0 }: { limit?: number | undefined; offset?: number | undefined },
): T[] {
  return list.slice(offset, offset + limit)
}
