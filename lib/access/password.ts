import 'server-only'
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

// OWASP Password Storage Cheat Sheet: N = 2^15, r = 8, p = 3 is as strong as 2^17, 8, 1 in a quarter of the memory.
const LOG2_N = 15
const BLOCK = 8
const PARALLEL = 3
const KEY_BYTES = 32

/** Shorter passwords are not accepted when an account gets one. */
export const MIN_PASSWORD_LENGTH = 12
/** Longer input is refused before it costs anything. */
export const MAX_PASSWORD_LENGTH = 1024

/** scrypt with its parameters and a fresh salt, as one line of text. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, LOG2_N, BLOCK, PARALLEL)
  return `scrypt$${LOG2_N}$${BLOCK}$${PARALLEL}$${salt.toString('base64')}$${key.toString('base64')}`
}

/** Whether the password made this hash, compared in constant time. False for a hash of another form. */
export async function passwordMatches(password: string, hash: string): Promise<boolean> {
  const [name, log2N, block, parallel, salt, key] = hash.split('$')
  if (name !== 'scrypt' || salt === undefined || key === undefined) return false
  const wanted = Buffer.from(key, 'base64')
  const found = await derive(
    password,
    Buffer.from(salt, 'base64'),
    Number(log2N),
    Number(block),
    Number(parallel),
  )
  return wanted.length === found.length && timingSafeEqual(wanted, found)
}

function derive(
  password: string,
  salt: Buffer,
  log2N: number,
  r: number,
  p: number,
): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** log2N, r, p, maxmem: 256 * 2 ** log2N * r }
  return new Promise((resolve, reject) => {
    // One person types a letter in one form, another in two: both mean the same password.
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
