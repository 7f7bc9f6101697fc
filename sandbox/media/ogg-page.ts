const CRC = new Uint32Array(256)
for (let index = 0; index < 256; index += 1) {
  let value = index << 24
  for (let bit = 0; bit < 8; bit += 1)
    value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1
  CRC[index] = value
}

/** Bytes of a page before its segment table (RFC 3533 §6). */
export const PAGE_HEADER_BYTES = 27

const CONTINUES_NOTHING = 0
export const FIRST_PAGE = 2
export const LAST_PAGE = 4

export type PageHeader = {
  flags?: number
  /** Samples at 48 kHz that end with this page (RFC 7845 §4). */
  granule: number
  serial: number
  sequence: number
  /** Sizes of the packets in the page, each below 255 bytes so that it is one segment. */
  segments: Uint8Array
}

/** Completes the page at the start of `page`, whose packets are in place already, header and checksum. */
export function sealPage(page: Uint8Array, header: PageHeader): void {
  const view = new DataView(page.buffer, page.byteOffset, page.length)
  page.set([0x4f, 0x67, 0x67, 0x53, 0, header.flags ?? CONTINUES_NOTHING])
  view.setBigUint64(6, BigInt(header.granule), true)
  view.setUint32(14, header.serial, true)
  view.setUint32(18, header.sequence, true)
  view.setUint32(22, 0, true)
  page[26] = header.segments.length
  page.set(header.segments, PAGE_HEADER_BYTES)
  let crc = 0
  for (let at = 0; at < page.length; at += 1)
    crc = (crc << 8) ^ (CRC[((crc >>> 24) ^ (page[at] ?? 0)) & 0xff] ?? 0)
  view.setUint32(22, crc, true)
}

/** A page of one packet of a stream's head. */
export function headPage(
  packet: Uint8Array,
  header: Omit<PageHeader, 'segments' | 'granule'>,
): Uint8Array {
  const page = new Uint8Array(PAGE_HEADER_BYTES + 1 + packet.length)
  page.set(packet, PAGE_HEADER_BYTES + 1)
  sealPage(page, { ...header, granule: 0, segments: Uint8Array.of(packet.length) })
  return page
}
