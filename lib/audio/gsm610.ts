/** Frame and block sizes of GSM 06.10 as WAV holds it: two frames of 260 bits share 65 bytes. */
export const GSM_BLOCK_BYTES = 65
export const GSM_BLOCK_SAMPLES = 320
const FRAME_SAMPLES = 160

// Tables of ETSI EN 300 961 (GSM 06.10), 5.4: 4.1, 4.2, 4.3b, 4.5, 4.6.
const LAR_BITS = [6, 6, 5, 5, 4, 4, 3, 3]
const LAR_B = Int32Array.of(0, 0, 2048, -2560, 94, -1792, -341, -1144)
const LAR_MIC = Int32Array.of(-32, -32, -16, -16, -8, -8, -4, -4)
const LAR_INVA = Int32Array.of(13107, 13107, 13107, 13107, 19223, 17476, 31454, 29708)
const LTP_GAIN = Int32Array.of(3277, 11469, 21299, 32767)
const RPE_FACTOR = Int32Array.of(18431, 20479, 22527, 24575, 26623, 28671, 30719, 32767)

/** 16-bit saturation (5.1). */
function clip(value: number): number {
  return value > 32767 ? 32767 : Math.max(value, -32768)
}

/** Rounded fractional product (5.1, mult_r). Both at the minimum is the only product that overflows. */
function multR(a: number, b: number): number {
  return a === -32768 && b === -32768 ? 32767 : (a * b + 16384) >> 15
}

/** From log-area ratio to reflection coefficient (5.3.2, LARp to rp). */
function reflection(lar: number): number {
  const size = lar === -32768 ? 32767 : Math.abs(lar)
  const bent = size < 11059 ? size << 1 : size < 20070 ? size + 11059 : clip((size >> 2) + 26112)
  return lar < 0 ? -bent : bent
}

/**
 * The full-rate speech decoder, bit-exact to ETSI EN 300 961 section 5. Holds the state between frames:
 * decode the blocks of a recording in order.
 */
export class GsmDecoder {
  // The last 120 residual samples, then the 40 being made.
  readonly #residual = new Int32Array(160)
  readonly #lattice = new Int32Array(9)
  readonly #coefficients = new Int32Array(8)
  #lar = new Int32Array(8)
  #previousLar = new Int32Array(8)
  readonly #frameResidual = new Int32Array(FRAME_SAMPLES)
  readonly #pulses = new Int32Array(40)
  #lag = 40
  #emphasis = 0
  #bytes: Uint8Array = new Uint8Array(0)
  #bit = 0

  /** Decodes one 65-byte block at `from` into 320 samples at `to`. */
  decodeBlock(bytes: Uint8Array, from: number, pcm: Int16Array, to: number): void {
    this.#bytes = bytes
    this.#bit = from * 8
    this.#decodeFrame(pcm, to)
    this.#decodeFrame(pcm, to + FRAME_SAMPLES)
  }

  /** The next `count` bits, least significant first (the order of WAV's format tag 0x31). */
  #take(count: number): number {
    const at = this.#bit >> 3
    const pair = (this.#bytes[at] ?? 0) | ((this.#bytes[at + 1] ?? 0) << 8)
    const value = (pair >> (this.#bit & 7)) & ((1 << count) - 1)
    this.#bit += count
    return value
  }

  #decodeFrame(pcm: Int16Array, to: number): void {
    const lar = this.#previousLar
    this.#previousLar = this.#lar
    this.#lar = lar
    for (let i = 0; i < 8; i++) {
      const scaled = clip(
        ((this.#take(LAR_BITS[i] ?? 0) + (LAR_MIC[i] ?? 0)) << 10) - ((LAR_B[i] ?? 0) << 1),
      )
      const ratio = multR(LAR_INVA[i] ?? 0, scaled)
      lar[i] = clip(ratio + ratio)
    }
    for (let part = 0; part < 4; part++) this.#decodePart(part)
    this.#synthesise(pcm, to)
  }

  /** One of the four parts of a frame: RPE pulses (5.3.1), then long-term synthesis (5.3.2). */
  #decodePart(part: number): void {
    const lag = this.#take(7)
    const gain = LTP_GAIN[this.#take(2)] ?? 0
    const grid = this.#take(2)
    this.#decodePulses(grid)
    if (lag >= 40 && lag <= 120) this.#lag = lag
    const residual = this.#residual
    for (let k = 0; k < 40; k++) {
      const predicted = multR(gain, residual[120 + k - this.#lag] ?? 0)
      const value = clip((this.#pulses[k] ?? 0) + predicted)
      residual[120 + k] = value
      this.#frameResidual[part * 40 + k] = value
    }
    residual.copyWithin(0, 40)
  }

  #decodePulses(grid: number): void {
    const amplitude = this.#take(6)
    let exponent = amplitude > 15 ? (amplitude >> 3) - 1 : 0
    let mantissa = amplitude - (exponent << 3)
    if (mantissa === 0) {
      exponent = -4
      mantissa = 7
    } else {
      while (mantissa <= 7) {
        mantissa = (mantissa << 1) | 1
        exponent--
      }
      mantissa -= 8
    }
    const factor = RPE_FACTOR[mantissa] ?? 0
    const shift = 6 - exponent
    const rounding = shift === 0 ? 0 : 1 << (shift - 1)
    this.#pulses.fill(0)
    for (let i = 0; i < 13; i++) {
      const level = ((this.#take(3) << 1) - 7) << 12
      this.#pulses[grid + 3 * i] = clip(multR(factor, level) + rounding) >> shift
    }
  }

  /** Short-term synthesis with interpolated ratios (5.3.3, 5.3.4), then de-emphasis and rounding (5.3.5). */
  #synthesise(pcm: Int16Array, to: number): void {
    for (let i = 0; i < 8; i++) {
      const old = this.#previousLar[i] ?? 0
      const now = this.#lar[i] ?? 0
      this.#coefficients[i] = reflection(clip(clip((old >> 2) + (now >> 2)) + (old >> 1)))
    }
    this.#filter(0, 13, pcm, to)
    for (let i = 0; i < 8; i++) {
      const old = this.#previousLar[i] ?? 0
      this.#coefficients[i] = reflection(clip((old >> 1) + ((this.#lar[i] ?? 0) >> 1)))
    }
    this.#filter(13, 27, pcm, to)
    for (let i = 0; i < 8; i++) {
      const old = this.#previousLar[i] ?? 0
      const now = this.#lar[i] ?? 0
      this.#coefficients[i] = reflection(clip(clip((old >> 2) + (now >> 2)) + (now >> 1)))
    }
    this.#filter(27, 40, pcm, to)
    for (let i = 0; i < 8; i++) this.#coefficients[i] = reflection(this.#lar[i] ?? 0)
    this.#filter(40, 160, pcm, to)
  }

  #filter(from: number, until: number, pcm: Int16Array, to: number): void {
    const lattice = this.#lattice
    const coefficients = this.#coefficients
    let emphasis = this.#emphasis
    for (let k = from; k < until; k++) {
      let value = this.#frameResidual[k] ?? 0
      for (let i = 7; i >= 0; i--) {
        const coefficient = coefficients[i] ?? 0
        const behind = lattice[i] ?? 0
        value = clip(value - multR(coefficient, behind))
        lattice[i + 1] = clip(behind + multR(coefficient, value))
      }
      lattice[0] = value
      emphasis = clip(value + multR(emphasis, 28180))
      pcm[to + k] = clip(emphasis + emphasis) & 0xfff8
    }
    this.#emphasis = emphasis
  }
}
