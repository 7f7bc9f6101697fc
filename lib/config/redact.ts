/** Names, lower case and without `-` and `_`, whose value never reaches a log line. */
const SECRET =
  /^(authorization|proxyauthorization|cookie|setcookie|xapikey|apikey|.*token|.*secret|password|passphrase|passwordhash|credentials?|jwt)$/
/** Personal data and the content of communications: the ledger keeps who did what, a log line must not. */
const PERSONAL =
  /^(email|phone|phonenumber|displayname|firstname|lastname|personname|freetext|endpointvalues|transcript|smsbody)$/

const DEEPEST = 6

/** A copy of a log line's fields with secrets and personal data replaced, at any depth. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Error || value instanceof Date) return value
  if (depth >= DEEPEST) return '[Deep]'
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      hidden(name) ? '[Redacted]' : redact(item, depth + 1),
    ]),
  )
}

function hidden(name: string): boolean {
  const plain = name.toLowerCase().replaceAll(/[-_]/g, '')
  return SECRET.test(plain) || PERSONAL.test(plain)
}

/** What a log line keeps of an error: never its own fields, which may hold a request or its headers. */
export function errorFields(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error === 'object' ? redact(error) : error
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    ...('slug' in error && { slug: error.slug }),
    ...(error.cause !== undefined &&
      depth < DEEPEST && { cause: errorFields(error.cause, depth + 1) }),
  }
}
