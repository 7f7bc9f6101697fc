import { type Container, SNIFF_LIMIT, sniff } from '@/lib/audio/container'
import { contentTypeOf } from '@/lib/audio/content-type'
import type { FocusCall } from '@/lib/focus/client'
import type { Focus } from '@/lib/focus/focus'
import { Problem } from '@/lib/problem/problem'
import type { PackageFile } from './package-file'

/** The media of one recording as it came, whole, on the disk until it is packed. */
export type MediaPiece = { file: PackageFile; contentType: string; extension: string }

const EXTENSIONS: Record<string, string> = {
  'audio/wav': 'wav',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'video/ogg': 'ogv',
  'audio/mp4': 'm4a',
  'video/mp4': 'mp4',
  'audio/webm': 'webm',
  'video/webm': 'webm',
  'audio/flac': 'flac',
  'audio/aac': 'aac',
  'audio/basic': 'au',
  'audio/amr': 'amr',
}

/**
 * Fetches the media to its end, one request and one play in Focus's audit. A ZIP cannot take back what stands in it, so
 * it is kept apart until it is known to be whole. Throws what Focus failed with; the file is gone then.
 */
export async function fetchMedia(
  thirdPartyId: string,
  focus: Focus,
  createFile: () => Promise<PackageFile>,
  call: FocusCall,
): Promise<MediaPiece> {
  const file = await createFile()
  try {
    const media = await focus.openMedia(thirdPartyId, call)
    for await (const chunk of media.body) await file.append(chunk)
    call.signal.throwIfAborted()
    if (media.contentLength !== null && file.size !== media.contentLength) {
      throw new Problem(
        'upstream-unavailable',
        `Focus cut the connection after ${file.size} of ${media.contentLength} bytes.`,
      )
    }
    const contentType = contentTypeOf(await containerOf(file), media.contentType)
    return { file, contentType, extension: EXTENSIONS[contentType] ?? 'bin' }
  } catch (cause) {
    await file.close()
    throw cause
  }
}

async function containerOf(file: PackageFile): Promise<Container> {
  const start: Uint8Array[] = []
  for await (const piece of file.read(0, Math.min(file.size, SNIFF_LIMIT))) start.push(piece)
  const container = sniff(Buffer.concat(start), true)
  return container === 'more' ? { kind: 'unknown' } : container
}
