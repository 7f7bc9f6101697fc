import type { Download } from './download'

/** A body that can be read from anywhere while it is still arriving. */
export type MediaView = {
  contentType: string
  /** Bytes of the whole; null while nobody knows. */
  total(): number | null
  /**
   * Between one and `length` bytes from `start`, as soon as there are any; null at the end. Rejects with the
   * `Problem` of a download that failed before them, and with the signal's reason.
   */
  read(start: number, length: number, signal: AbortSignal): Promise<Uint8Array | null>
}

/** The media as it came. */
export function rawView(download: Download, contentType: string): MediaView {
  return {
    contentType,
    total: () => download.total,
    async read(start, length, signal) {
      if (!(await download.reaches(start, signal))) return null
      return download.file.read(start, length)
    },
  }
}

/** Reads exactly `start` to `end`, or less where the media ends before. For callers who need whole blocks. */
export async function readSpan(
  view: Pick<MediaView, 'read'>,
  start: number,
  end: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let at = start
  while (at < end) {
    const part = await view.read(at, end - at, signal)
    if (part === null) break
    parts.push(part)
    at += part.length
  }
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)
}

/** Bytes of samples in a wave: as stated, but never beyond the file's own end. Null while nobody knows. */
export function dataBytesOf(
  header: { dataStart: number; dataBytes: number | null },
  total: number | null,
): number | null {
  const room = total === null ? null : Math.max(0, total - header.dataStart)
  if (header.dataBytes === null) return room
  return room === null ? header.dataBytes : Math.min(header.dataBytes, room)
}
