import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

const ED25519 = Buffer.from([1])
/** What precedes the 32 bytes of an Ed25519 public key in its SPKI form (RFC 8410, 4). */
const SPKI_BYTES = 12

function publicBytes(key: KeyObject): Buffer {
  const spki = createPublicKey(key.export({ type: 'pkcs8', format: 'pem' }))
  return spki.export({ type: 'spki', format: 'der' }).subarray(SPKI_BYTES)
}

/** SHA-256(name ‖ "\n" ‖ 0x01 ‖ public key), its first four bytes (c2sp.org/signed-note). */
const keyId = (name: string, key: Buffer) =>
  createHash('sha256').update(`${name}\n`).update(ED25519).update(key).digest().subarray(0, 4)

/** Signs and checks C2SP signed notes with one Ed25519 key under one name (c2sp.org/signed-note). */
export class NoteSigner {
  /** `name+id+base64`, as C2SP writes a verifier key. */
  readonly verifierKey: string
  readonly #id: Buffer
  readonly #publicKey: KeyObject

  /** `key` is an Ed25519 private key; `name` has neither blanks nor plus signs. */
  constructor(
    readonly name: string,
    private readonly key: KeyObject,
  ) {
    if (key.asymmetricKeyType !== 'ed25519') throw new Error('The key is not an Ed25519 key.')
    const bytes = publicBytes(key)
    this.#id = keyId(name, bytes)
    this.#publicKey = createPublicKey(key.export({ type: 'pkcs8', format: 'pem' }))
    const data = Buffer.concat([ED25519, bytes]).toString('base64')
    this.verifierKey = `${name}+${this.#id.toString('hex')}+${data}`
  }

  /** The note of a text, which ends with a newline. */
  sign(text: string): string {
    const signature = sign(null, Buffer.from(text, 'utf8'), this.key)
    return `${text}\n— ${this.name} ${Buffer.concat([this.#id, signature]).toString('base64')}\n`
  }

  /** The text of a note that this key has signed, else null. */
  open(note: string): string | null {
    const end = note.lastIndexOf('\n\n')
    if (end < 0 || !note.endsWith('\n')) return null
    const text = note.slice(0, end + 1)
    for (const line of note.slice(end + 2, -1).split('\n')) {
      const prefix = `— ${this.name} `
      if (!line.startsWith(prefix)) continue
      const bytes = Buffer.from(line.slice(prefix.length), 'base64')
      if (!bytes.subarray(0, 4).equals(this.#id)) continue
      if (verify(null, Buffer.from(text, 'utf8'), this.#publicKey, bytes.subarray(4))) return text
    }
    return null
  }
}
