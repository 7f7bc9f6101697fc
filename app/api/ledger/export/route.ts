import { Readable } from 'node:stream'
import { defineFile } from '@/lib/bff/define-file'
import { API } from '@/lib/contract/api'
import { ledger } from '@/lib/ledger/ledger'

export const GET = defineFile(API.exportLedger, ({ signal }) => ({
  status: 200,
  headers: {},
  // Node's stream is the web's, but for its types.
  body: Readable.toWeb(Readable.from(asBytes(signal))) as ReadableStream<Uint8Array>,
  fileName: `ledger-${new Date().toISOString().slice(0, 10)}.jsonl`,
  contentType: 'application/jsonl',
}))

const CHUNK_CHARS = 65_536

async function* asBytes(signal: AbortSignal): AsyncGenerator<Buffer> {
  let text = ''
  for await (const line of ledger().exportLines(signal)) {
    text += line
    if (text.length < CHUNK_CHARS) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}
