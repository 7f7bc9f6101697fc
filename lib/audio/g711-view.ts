import type { Download } from './download'
import { A_LAW, expandToPcm16, MU_LAW } from './g711'
import { dataBytesOf, type MediaView, rawView } from './media-view'
import { pcm16Header, WAV_FORMAT, type WavHeader } from './wav-header'

const HEAD = 44

/** A mu-law or A-law wave as PCM 16, expanded as it is read: two bytes for each of its own. */
export function g711View(download: Download, header: WavHeader): MediaView {
  const raw = rawView(download, 'audio/wav')
  const table = header.formatTag === WAV_FORMAT.muLaw ? MU_LAW : A_LAW
  const octets = () => dataBytesOf(header, download.total)
  // Written once, so that every range of one play is cut from the same bytes.
  let head: Uint8Array | null = null
  return {
    contentType: 'audio/wav',
    total() {
      const count = octets()
      return count === null ? null : HEAD + count * 2
    },
    async read(start, length, signal) {
      if (start < HEAD) {
        const count = octets()
        head ??= pcm16Header(header, count === null ? null : count * 2)
        return head.subarray(start, start + length)
      }
      const from = Math.floor((start - HEAD) / 2)
      const count = octets()
      const wanted = Math.ceil(length / 2) + 1
      const room = count === null ? wanted : Math.min(wanted, count - from)
      if (room <= 0) return null
      const octetsRead = await raw.read(header.dataStart + from, room, signal)
      if (octetsRead === null) return null
      const skip = (start - HEAD) % 2
      return expandToPcm16(octetsRead, table).subarray(skip, skip + length)
    },
  }
}
