const decoder = new TextDecoder()
const FAR = 0xffffffff

/** The bytes of a part of a blob. */
const part = async (blob, from, to) => new DataView(await blob.slice(from, to).arrayBuffer())

/**
 * The files in a ZIP, ZIP64 included (APPNOTE 4.3), by the directory at its end. `stream()` gives a file's bytes; the ZIP
 * itself is read in pieces. Throws with a sentence when it is none.
 */
export async function filesOfZip(blob) {
  const { count, start } = await findDirectory(blob)
  const files = []
  let at = start
  let view = await part(blob, at, at + 4 * 1024 * 1024)
  let base = at
  for (let index = 0; index < count; index += 1) {
    if (at - base + 46 + 3 * 65_535 > view.byteLength && base + view.byteLength < blob.size) {
      view = await part(blob, at, at + 4 * 1024 * 1024)
      base = at
    }
    const from = at - base
    if (view.getUint32(from, true) !== 0x02014b50)
      throw new Error('The directory of the ZIP is damaged.')
    const name = view.getUint16(from + 28, true)
    const extra = view.getUint16(from + 30, true)
    const comment = view.getUint16(from + 32, true)
    const path = decoder.decode(new Uint8Array(view.buffer, from + 46, name))
    const entry = {
      method: view.getUint16(from + 10, true),
      packedSize: view.getUint32(from + 20, true),
      size: view.getUint32(from + 24, true),
      offset: view.getUint32(from + 42, true),
    }
    widen(entry, view, from + 46 + name, extra)
    if (!path.endsWith('/'))
      files.push({ path, size: entry.size, stream: () => streamOf(blob, entry) })
    at += 46 + name + extra + comment
  }
  return files
}

async function findDirectory(blob) {
  const from = Math.max(0, blob.size - 66_000)
  const tail = await part(blob, from, blob.size)
  for (let at = tail.byteLength - 22; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== 0x06054b50) continue
    const small = { count: tail.getUint16(at + 10, true), start: tail.getUint32(at + 16, true) }
    if (at < 20 || tail.getUint32(at - 20, true) !== 0x07064b50) return small
    const where = Number(tail.getBigUint64(at - 12, true))
    const large = await part(blob, where, where + 56)
    if (large.getUint32(0, true) !== 0x06064b50) break
    return {
      count: Number(large.getBigUint64(32, true)),
      start: Number(large.getBigUint64(48, true)),
    }
  }
  throw new Error('This is no whole ZIP file.')
}

/** Sizes and place beyond 32 bits stand in an extra field, in this order, each only where needed. */
function widen(entry, view, at, length) {
  for (let field = at; field + 4 <= at + length; ) {
    const size = view.getUint16(field + 2, true)
    if (view.getUint16(field, true) === 1) {
      let from = field + 4
      for (const name of ['size', 'packedSize', 'offset']) {
        if (entry[name] !== FAR) continue
        entry[name] = Number(view.getBigUint64(from, true))
        from += 8
      }
    }
    field += 4 + size
  }
}

async function streamOf(blob, { method, packedSize, offset }) {
  const head = await part(blob, offset, offset + 30)
  if (head.getUint32(0, true) !== 0x04034b50) throw new Error('is damaged in the ZIP')
  const start = offset + 30 + head.getUint16(26, true) + head.getUint16(28, true)
  const bytes = blob.slice(start, start + packedSize).stream()
  if (method === 0) return bytes
  if (method === 8) return bytes.pipeThrough(new DecompressionStream('deflate-raw'))
  throw new Error('is packed in a way this page cannot read')
}
