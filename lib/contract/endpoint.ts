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
  /** Schema of a JSON answer; absent for a media stream. */
  readonly response?: z.ZodType
  /** Answers bytes; excused from the `X-Focus-Console` header, because a media element cannot send one. */
  readonly media?: true
  /** A person may open it in the address bar: excused from that header when the browser says it navigates. */
  readonly navigable?: true
}
