import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A Focus that is nobody's sandbox: other data, unknown fields, ids as strings, no `total`, an unknown kind. */
export type AnotherTenant = {
  baseUrl: string
  /** Every path asked, with how often. */
  asked: Map<string, number>
  /** Until taken back with null, a path gets this answer in place of the usual one. */
  answerWith(path: string, answer: Answer | null): void
  /** Until taken back, tokens are refused on every call but the exchange. */
  refuseTokens(refuse: boolean): void
  close(): Promise<void>
}
export type Answer = (response: ServerResponse) => void

/** More than the pages read ahead of the first screen: what the list says of its end does not change meanwhile. */
const ROWS = 330

function row(index: number): unknown {
  if (index === 3) return { startDatetimeUTC: '2026-10-01T09:00:00Z', endpoints: [] }
  return {
    recordingId: String(7_000_000 + index),
    thirdPartyId: `other-${index}`,
    startDatetimeUTC: `2026-10-0${1 + (index % 9)}T0${index % 10}:30:00.250+01:00`,
    type: index === 0 ? 'hologram' : 'phone',
    direction: index % 2 ? 'inbound' : 'sideways',
    durationSeconds: String(60 + index),
    endpoints: [
      {
        endpointId: '91',
        type: 'phone',
        value: '441632960001',
        role: 'from',
        personId: '5',
        personName: 'Zoë Quill',
      },
      { endpointId: 92, type: 'telepathy', value: 'n/a', role: 'to' },
    ],
    tags: null,
    hasAudio: true,
    hasTranscription: index !== 1,
    retentionScore: { deep: [1, 2, 3] },
  }
}

const json = (response: ServerResponse, body: unknown, status = 200) => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) // our own client's JSON
}

/** One second of a 400 Hz tone, 8 kHz mono PCM 16, as a WAV file. */
function tone(): Buffer {
  const samples = 8000
  const wav = Buffer.alloc(44 + samples * 2)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(36 + samples * 2, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(8000, 24)
  wav.writeUInt32LE(16000, 28)
  wav.writeUInt16LE(2, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36)
  wav.writeUInt32LE(samples * 2, 40)
  for (let at = 0; at < samples; at += 1)
    wav.writeInt16LE(Math.round(9000 * Math.sin(at * 0.314)), 44 + at * 2)
  return wav
}

/** Starts it on a free loopback port. */
export async function startAnotherTenant(): Promise<AnotherTenant> {
  const asked = new Map<string, number>()
  const special = new Map<string, Answer>()
  let refusing = false

  const server = createServer(async (request, response) => {
    const path = (request.url ?? '').split('?')[0]?.replace(/^\/api/, '') ?? ''
    asked.set(path, (asked.get(path) ?? 0) + 1)
    const body = await bodyOf(request)
    const answer = special.get(path)
    if (answer) return answer(response)
    if (path === '/authWithApiKey')
      return json(response, { token: 'opaque-not-a-jwt', refreshToken: 'x' })
    if (refusing) return json(response, { message: 'expired' }, 401)
    const id = Number(body.recordingId ?? 0) - 7_000_000
    switch (path) {
      case '/client/recording.search': {
        const offset = Number(body.offset ?? 0)
        const limit = Number(body.limit ?? 50)
        const count = Math.max(0, Math.min(limit, ROWS - offset))
        return json(response, {
          recordings: Array.from({ length: count }, (_, at) => row(offset + at)),
          note: 'no total here',
        })
      }
      case '/client/recording.detail.get':
        return id >= 0 && id < ROWS ? json(response, row(id)) : json(response, {}, 404)
      case '/client/recording.transcription.get':
        if (id === 1) return json(response, {}, 404)
        return json(response, {
          recordingId: String(7_000_000 + id),
          segments: [
            {
              speaker: 'Zoë Quill',
              startMs: '0',
              endMs: 500,
              text: 'Hello from another tenant',
              mood: 'blue',
            },
            { nothing: 'readable' },
          ],
        })
      case '/client/recording/comment':
        return json(response, { comments: [] })
      case '/client/recording.playBackByThirdPartyId': {
        const audio = tone()
        return response
          .writeHead(200, {
            'content-type': 'audio/x-wav',
            'set-cookie': 'tenant=1',
            'x-internal': 'no',
          })
          .end(audio)
      }
      default:
        return json(response, { message: 'unknown' }, 404)
    }
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo // listens on a TCP port, so never a pipe's string
  return {
    baseUrl: `http://127.0.0.1:${port}/api`,
    asked,
    answerWith: (path, answer) => {
      if (answer) special.set(path, answer)
      else special.delete(path)
    },
    refuseTokens: (refuse) => {
      refusing = refuse
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
}
