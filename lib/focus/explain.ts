import type { SearchExplanation } from '@/lib/contract/recording-search'
import type { WireRequest } from './wire-request'

/** Requests as a person can send them; the token is a name of the shell's, to be filled by whoever has one. */
export function explain(requests: readonly WireRequest[]): SearchExplanation {
  return {
    requests: requests.map(({ method, url, body }) => ({
      method,
      url,
      body,
      curl: [
        `curl -X ${method} ${quoted(url)}`,
        '-H "Authorization: Bearer $FOCUS_TOKEN"',
        ...(body === null
          ? []
          : [`-H 'Content-Type: application/json'`, `--data ${quoted(JSON.stringify(body))}`]),
      ].join(' \\\n  '),
    })),
  }
}

/** For a POSIX shell: nothing within single quotes is special but the quote. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
