import { parseWavHeader, type WavHeader } from './wav-header'

/** What the first bytes of media say they are. `unknown` when nothing known fits. */
export type Container =
  | { kind: 'wav'; header: WavHeader }
  | { kind: 'mp3'; mono: boolean }
  | { kind: 'ogg'; codec: 'opus' | 'other' }
  | { kind: 'mp4'; audioOnly: boolean }
  | { kind: 'webm' | 'flac' | 'aac' | 'au' | 'amr' | 'markup' | 'unknown' }

/** How much of the start is looked at before `unknown` is said. */
export const SNIFF_LIMIT = 256 * 1024

const text = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to))

/** The container of media from its first bytes; `more` when they are too few and `ended` is false. */
export function sniff(bytes: Uint8Array, ended: boolean): Container | 'more' {
  const last = ended || bytes.length >= SNIFF_LIMIT
  if (bytes.length < 12) return last ? { kind: 'unknown' } : 'more'
  const magic = text(bytes, 0, 4)
  if ((magic === 'RIFF' || magic === 'RF64' || magic === 'BW64') && text(bytes, 8, 12) === 'WAVE') {
    const header = parseWavHeader(bytes)
    if (header === 'more') return last ? { kind: 'unknown' } : 'more'
    return header === 'invalid' ? { kind: 'unknown' } : { kind: 'wav', header }
  }
  if (magic === 'OggS') {
    if (bytes.length < 64 && !last) return 'more'
    return { kind: 'ogg', codec: text(bytes, 28, 64).includes('OpusHead') ? 'opus' : 'other' }
  }
  if (text(bytes, 4, 8) === 'ftyp') {
    return { kind: 'mp4', audioOnly: /^(M4A|M4B)/.test(text(bytes, 8, 12)) }
  }
  if (magic === '\x1aE\xdf\xa3') return { kind: 'webm' }
  if (magic === 'fLaC') return { kind: 'flac' }
  if (magic === '.snd') return { kind: 'au' }
  if (text(bytes, 0, 5) === '#!AMR') return { kind: 'amr' }
  if (magic.startsWith('ID3')) return sniffTagged(bytes, last)
  if (isAdts(bytes, 0)) return { kind: 'aac' }
  if (isMpegAudio(bytes, 0)) return { kind: 'mp3', mono: isMono(bytes, 0) }
  if (/^\s*[<{[]/.test(text(bytes, 0, 12))) return { kind: 'markup' }
  return { kind: 'unknown' }
}

/** An ID3v2 tag, its size in four 7-bit bytes, stands before MP3 or ADTS frames. */
function sniffTagged(bytes: Uint8Array, last: boolean): Container | 'more' {
  const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((bytes[at] ?? 0) & 0x7f), 0)
  const first = 10 + size
  if (first + 4 > bytes.length) return last ? { kind: 'mp3', mono: false } : 'more'
  if (isAdts(bytes, first)) return { kind: 'aac' }
  return { kind: 'mp3', mono: isMpegAudio(bytes, first) && isMono(bytes, first) }
}

function isMpegAudio(bytes: Uint8Array, at: number): boolean {
  const [sync = 0, second = 0, third = 0] = bytes.subarray(at, at + 3)
  const layer = (second >> 1) & 3
  const bitrate = third >> 4
  return sync === 0xff && (second & 0xe0) === 0xe0 && layer !== 0 && bitrate !== 15 && bitrate !== 0
}

function isAdts(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xff && ((bytes[at + 1] ?? 0) & 0xf6) === 0xf0
}

function isMono(bytes: Uint8Array, at: number): boolean {
  return (bytes[at + 3] ?? 0) >> 6 === 3
}
