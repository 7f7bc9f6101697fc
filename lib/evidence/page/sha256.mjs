/** SHA-256 (FIPS 180-4) piece by piece: a browser's own takes a whole file at once, and none of it where the page came by plain http. */
const ROUND = new Int32Array(64)
const START = new Int32Array(8)
{
  // The constants are the first 32 bits of the fractions of cube and square roots of the first primes.
  const fraction = (root) => ((root - Math.floor(root)) * 2 ** 32) | 0
  for (let prime = 2, count = 0; count < 64; prime += 1) {
    let whole = true
    for (let factor = 2; factor * factor <= prime; factor += 1) whole &&= prime % factor !== 0
    if (!whole) continue
    if (count < 8) START[count] = fraction(Math.sqrt(prime))
    ROUND[count] = fraction(Math.cbrt(prime))
    count += 1
  }
}

export class Sha256 {
  #state = START.slice()
  #words = new Int32Array(64)
  #rest = new Uint8Array(64)
  #restLength = 0
  #length = 0

  /** Takes the next bytes; returns itself. */
  update(bytes) {
    this.#length += bytes.length
    let at = 0
    if (this.#restLength > 0) {
      at = Math.min(64 - this.#restLength, bytes.length)
      this.#rest.set(bytes.subarray(0, at), this.#restLength)
      this.#restLength += at
      if (this.#restLength < 64) return this
      this.#blocks(this.#rest, 0, 64)
      this.#restLength = 0
    }
    const whole = at + Math.floor((bytes.length - at) / 64) * 64
    this.#blocks(bytes, at, whole)
    at = whole
    this.#rest.set(bytes.subarray(at), 0)
    this.#restLength = bytes.length - at
    return this
  }

  /** 32 bytes; nothing may be added afterwards. */
  digest() {
    const bits = this.#length * 8
    const padding = new Uint8Array((this.#restLength < 56 ? 56 : 120) - this.#restLength + 8)
    padding[0] = 0x80
    const view = new DataView(padding.buffer)
    view.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32))
    view.setUint32(padding.length - 4, bits >>> 0)
    this.update(padding)
    const out = new DataView(new ArrayBuffer(32))
    for (const [index, word] of this.#state.entries()) out.setInt32(index * 4, word)
    return new Uint8Array(out.buffer)
  }

  /** Every whole block of 64 bytes from `from`; a big piece is one call, because that is where the time goes. */
  #blocks(bytes, from, to) {
    const w = this.#words
    const state = this.#state
    const round = ROUND
    for (let at = from; at < to; at += 64) {
      for (let i = 0, b = at; i < 16; i += 1, b += 4)
        w[i] = (bytes[b] << 24) | (bytes[b + 1] << 16) | (bytes[b + 2] << 8) | bytes[b + 3]
      for (let i = 16; i < 64; i += 1) {
        const x = w[i - 15]
        const y = w[i - 2]
        const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
        const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
        w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0
      }
      let a = state[0]
      let b = state[1]
      let c = state[2]
      let d = state[3]
      let e = state[4]
      let f = state[5]
      let g = state[6]
      let h = state[7]
      for (let i = 0; i < 64; i += 1) {
        const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
        const t1 = (h + s1 + ((e & f) ^ (~e & g)) + round[i] + w[i]) | 0
        const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
        const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
        h = g
        g = f
        f = e
        e = (d + t1) | 0
        d = c
        c = b
        b = a
        a = (t1 + t2) | 0
      }
      state[0] += a
      state[1] += b
      state[2] += c
      state[3] += d
      state[4] += e
      state[5] += f
      state[6] += g
      state[7] += h
    }
  }
}

const encoder = new TextEncoder()
export const utf8 = (text) => encoder.encode(text)
export const hexOf = (bytes) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** SHA-256 of bytes (or of text as UTF-8), one after another. */
export function sha256(...parts) {
  const hash = new Sha256()
  for (const part of parts) hash.update(typeof part === 'string' ? utf8(part) : part)
  return hash.digest()
}

/** HMAC-SHA-256 (RFC 2104) of a text, the key being at most 64 bytes. */
export function hmac(key, text) {
  const inner = new Uint8Array(64).fill(0x36)
  const outer = new Uint8Array(64).fill(0x5c)
  key.forEach((byte, index) => {
    inner[index] ^= byte
    outer[index] ^= byte
  })
  return sha256(outer, sha256(inner, text))
}
