import type { Container } from './container'

/** Types we pass on, by every name they go by. Anything else is decided from the bytes, never echoed. */
const KNOWN: Record<string, string> = {
  'audio/wav': 'audio/wav',
  'audio/x-wav': 'audio/wav',
  'audio/wave': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
  'audio/mpeg': 'audio/mpeg',
  'audio/mp3': 'audio/mpeg',
  'audio/ogg': 'audio/ogg',
  'audio/opus': 'audio/ogg',
  'application/ogg': 'audio/ogg',
  'video/ogg': 'video/ogg',
  'audio/mp4': 'audio/mp4',
  'audio/m4a': 'audio/mp4',
  'audio/x-m4a': 'audio/mp4',
  'audio/aac': 'audio/aac',
  'audio/x-aac': 'audio/aac',
  'audio/aacp': 'audio/aac',
  'audio/flac': 'audio/flac',
  'audio/x-flac': 'audio/flac',
  'audio/webm': 'audio/webm',
  'video/webm': 'video/webm',
  'video/mp4': 'video/mp4',
  'audio/basic': 'audio/basic',
  'audio/amr': 'audio/amr',
}

/** What Focus called the media, as one of the types we pass on; null when missing, generic or unknown. */
export function knownType(contentType: string | null): string | null {
  const bare = contentType?.split(';')[0]?.trim().toLowerCase() ?? ''
  return KNOWN[bare] ?? null
}

/** The `Content-Type` to send. The bytes decide where they are clear; the name only audio or video. */
export function contentTypeOf(container: Container, stated: string | null): string {
  const known = knownType(stated)
  switch (container.kind) {
    case 'wav':
      return 'audio/wav'
    case 'mp3':
      return 'audio/mpeg'
    case 'ogg':
      return known === 'video/ogg' ? known : 'audio/ogg'
    case 'mp4':
      return known === 'audio/mp4' || container.audioOnly ? 'audio/mp4' : 'video/mp4'
    case 'webm':
      return known === 'audio/webm' ? known : 'video/webm'
    case 'flac':
      return 'audio/flac'
    case 'aac':
      return 'audio/aac'
    case 'au':
      return 'audio/basic'
    case 'amr':
      return 'audio/amr'
    case 'markup':
    case 'unknown':
      return known ?? 'application/octet-stream'
  }
}
