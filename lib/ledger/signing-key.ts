import {
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomUUID,
} from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/**
 * The private key in a PEM file. Where there is no file and `mayMake` allows it, one is made that only its
 * owner may read. Throws with the file system's error, or where the file holds no Ed25519 key.
 */
export function readSigningKey(path: string, mayMake: boolean): KeyObject {
  if (mayMake) makeUnlessThere(path)
  const key = createPrivateKey(readFileSync(/* turbopackIgnore: true */ path, 'utf8'))
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${path} holds no Ed25519 key.`)
  return key
}

function makeUnlessThere(path: string): void {
  if (existsSync(path)) return
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  // Whole before it has its name: another process may start at the same moment.
  const draft = `${path}.${randomUUID()}`
  const file = openSync(/* turbopackIgnore: true */ draft, 'wx', 0o600)
  try {
    const { privateKey } = generateKeyPairSync('ed25519')
    writeSync(file, String(privateKey.export({ type: 'pkcs8', format: 'pem' })))
    fsyncSync(file)
    linkSync(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    closeSync(file)
    unlinkSync(draft)
  }
}

/** A secret of its own for naming people in lookups: it lasts as long as the signing key does. */
export function lookupSecret(key: KeyObject): Buffer {
  const seed = createHash('sha256')
    .update(key.export({ type: 'pkcs8', format: 'der' }))
    .digest()
  return Buffer.from(hkdfSync('sha256', seed, '', 'focus-console ledger lookup', 32))
}
