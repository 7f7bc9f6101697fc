import { Problem } from '@/lib/problem/problem'
import { type Container, sniff } from './container'
import { contentTypeOf } from './content-type'
import type { Media } from './download'

/** Media as received, on its way to a file. */
export type MediaFile = {
  contentType: string
  /** Without a dot; `bin` when nobody knows what it is. */
  extension: string
  /** As Focus states it; null when it does not. */
  sizeBytes: number | null
  body: ReadableStream<Uint8Array>
}

const EXTENSIONS: Record<string, string> = {
  'audio/wav': 'wav',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'video/ogg': 'ogv',
  'audio/mp4': 'm4a',
  'video/mp4': 'mp4',
  'audio/aac': 'aac',
  'audio/flac': 'flac',
  'audio/webm': 'weba',
  'video/webm': 'webm',
  'audio/basic': 'au',
  'audio/amr': 'amr',
}

/**
 * The body of one play as a stream, not a byte changed; what kind of file it is, its first bytes say. Holds no more
 * than those and the chunk on its way. A body that breaks off errors the stream, so that half a file never looks whole;
 * cancelling it ends the request. Rejects with the `Problem` of a body that breaks at its start.
 */
export async function mediaFile(media: Media): Promise<MediaFile> {
  const chunks = media.body[Symbol.asyncIterator]()
  const head: Uint8Array[] = []
  const container = await containerOf(chunks, head)
  const contentType = contentTypeOf(container, media.contentType)
  let received = 0
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const chunk = head.shift() ?? (await nextOf(chunks))
        if (chunk !== null) {
          received += chunk.byteLength
          return controller.enqueue(chunk)
        }
        if (media.contentLength !== null && received !== media.contentLength)
          throw new Problem('upstream-unavailable', 'The media ended before it was whole.')
        controller.close()
      },
      async cancel() {
        await chunks.return?.()
      },
    },
    { highWaterMark: 0 },
  )
  const extension = EXTENSIONS[contentType] ?? 'bin'
  return { contentType, extension, sizeBytes: media.contentLength, body }
}

async function nextOf(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array | null> {
  const { done, value } = await chunks.next()
  return done ? null : value
}

async function containerOf(
  chunks: AsyncIterator<Uint8Array>,
  head: Uint8Array[],
): Promise<Container> {
  for (;;) {
    const chunk = await nextOf(chunks)
    if (chunk !== null) head.push(chunk)
    const container = sniff(Buffer.concat(head), chunk === null)
    if (container !== 'more') return container
  }
}

/** `20261123T140509Z-4711.wav`: when it began, which recording it is, and what it holds. */
export function mediaFileName(
  recording: { id: number; startUtc: string | null },
  extension: string,
): string {
  const start = recording.startUtc?.replace(/\.\d+/, '').replaceAll(/[-:]/g, '')
  return `${start === undefined ? '' : `${start}-`}${recording.id}.${extension}`
}
