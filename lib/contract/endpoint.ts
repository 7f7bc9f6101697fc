import type { z } from 'zod'
import type { Permission } from './permission'

/** One call of our API: the gate, the browser client and the OpenAPI document all read it. */
export type ApiEndpoint = {
  readonly method: 'GET' | 'POST'
  /** With `{name}` for path parameters. */
  readonly path: `/api/${string}`
  readonly summary: string
  /** What the caller must be allowed; `signed-in` for anyone with a session, `public` for none. */
  readonly permission: Permission | 'signed-in' | 'public'
  readonly params?: z.ZodObject
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  /** Schema of a JSON answer; absent for a stream. */
  readonly response?: z.ZodType
  /** Schema of one line of an answer that arrives line by line (JSON lines). */
  readonly lines?: z.ZodType
  /** Answers media; excused from the `X-Focus-Console` header, because a media element cannot send one. */
  readonly media?: true
  /** Answers a file to keep; excused from that header like media, because a link cannot send one. */
  readonly file?: true
  /** A person may open it in the address bar: excused from that header when the browser says it navigates. */
  readonly navigable?: true
}
