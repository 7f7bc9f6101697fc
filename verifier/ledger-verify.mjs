#!/usr/bin/env node
/**
 * Verifies an exported access ledger with Node (20.19 or newer) alone: no package, no other file. It shares no
 * code with the console that wrote the ledger; README.md beside it is all that both go by.
 *
 * What it rests on: RFC 9162 section 2.1 (tree and proofs), RFC 8785 (canonical JSON), RFC 8032 (Ed25519),
 * c2sp.org/signed-note and c2sp.org/tlog-checkpoint.
 */
import { isUtf8 } from 'node:buffer'
import { createHash, createHmac, createPublicKey, hash as hashOnce, verify } from 'node:crypto'
import { createReadStream, readFileSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const USAGE = `Usage: node ledger-verify.mjs [export.jsonl] [--key KEY]… [--checkpoint FILE]… [--json]

  export.jsonl       an exported ledger or a selection of one; "-" or nothing reads the standard input
  --key KEY          the key you trust, as name+id+base64; again for an earlier key of the same ledger.
                     Without it the key inside the export is used, which proves only that the export fits itself
  --checkpoint FILE  checkpoints that were kept elsewhere, one or more signed notes; may be given again
  --json             the report as JSON

Exit status: 0 sound, 1 tampered, 2 incomplete, 3 usage.
`
const LINE_LIMIT_BYTES = 64 * 1024 * 1024
const PROBLEMS_KEPT = 50

// ── Canonical JSON, RFC 8785 ────────────────────────────────────────────────

/** The canonical text of a parsed JSON value. Throws on a lone surrogate and on numbers JSON has not. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    // The default order of sort is that of UTF-16 code units, as section 3.2.3 wants it.
    const members = Object.keys(value).sort()
    return `{${members.map((name) => `${canonical(name)}:${canonical(value[name])}`).join(',')}}`
  }
  if (typeof value === 'string' && !value.isWellFormed()) throw new Error('a lone surrogate')
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('not a number of JSON')
  // Numbers and strings of ECMAScript are those of sections 3.2.2.2 and 3.2.2.3.
  return JSON.stringify(value)
}

function inOrder(value) {
  if (value === null || typeof value !== 'object') return true
  if (Array.isArray(value)) return value.every(inOrder)
  let last = null
  for (const name of Object.keys(value)) {
    if (last !== null && name <= last) return false
    last = name
    if (!inOrder(value[name])) return false
  }
  return true
}

/** Parses canonical JSON. Throws when the text is anything else. */
export function parseCanonical(text) {
  const value = JSON.parse(text)
  // Most leaves are settled by the engine's own, quicker, writer.
  if (!text.includes('\\u') && inOrder(value) && JSON.stringify(value) === text) return value
  if (canonical(value) !== text) throw new Error('not in canonical form')
  return value
}

// ── Merkle tree, RFC 9162 section 2.1 ───────────────────────────────────────

const LEAF = Buffer.of(0)
const NODE = Buffer.of(1)

/** SHA-256(0x00 ‖ leaf). */
export function leafHash(leaf) {
  const bytes = typeof leaf === 'string' ? Buffer.from(leaf, 'utf8') : leaf
  return hashOnce('sha256', Buffer.concat([LEAF, bytes]), 'buffer')
}

/** SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left, right) {
  return hashOnce('sha256', Buffer.concat([NODE, left, right]), 'buffer')
}

/** A tree that grows leaf by leaf and keeps one hash a level. */
export class GrowingTree {
  size = 0
  #full = []

  /** Adds the hash of the next leaf. */
  add(hash) {
    let node = hash
    let level = 0
    for (let rest = this.size; rest % 2 === 1; rest = (rest - 1) / 2) {
      node = nodeHash(this.#full[level], node)
      level += 1
    }
    this.#full[level] = node
    this.size += 1
  }

  /** Root over all that was added; SHA-256 of nothing for an empty tree. */
  root() {
    let root = null
    let level = 0
    for (let rest = this.size; rest > 0; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) {
        const node = this.#full[level]
        root = root === null ? node : nodeHash(node, root)
      }
      level += 1
    }
    return root ?? createHash('sha256').digest()
  }
}

const half = (number) => Math.floor(number / 2)

/** The root that an inclusion proof leads to (section 2.1.3.2); null when the proof has the wrong length. */
export function rootByInclusion(index, size, leaf, proof) {
  if (index >= size) return null
  let fn = index
  let sn = size - 1
  let root = leaf
  for (const sibling of proof) {
    if (sn === 0) return null
    if (fn % 2 === 1 || fn === sn) {
      root = nodeHash(sibling, root)
      while (fn % 2 === 0 && fn !== 0) {
        fn = half(fn)
        sn = half(sn)
      }
    } else root = nodeHash(root, sibling)
    fn = half(fn)
    sn = half(sn)
  }
  return sn === 0 ? root : null
}

/** Whether the tree of `from` leaves is the beginning of that of `to` leaves (section 2.1.4.2). */
export function isConsistent(from, to, fromRoot, toRoot, proof) {
  if (from > to) return false
  if (from === to) return proof.length === 0 && fromRoot.equals(toRoot)
  if (from === 0) return proof.length === 0
  const path = [...proof]
  let fn = from - 1
  let sn = to - 1
  while (fn % 2 === 1) {
    fn = half(fn)
    sn = half(sn)
  }
  // A beginning that is a whole subtree is left out of the proof.
  if (fn === 0) path.unshift(fromRoot)
  if (path.length === 0) return false
  let fr = path[0]
  let sr = path[0]
  for (const node of path.slice(1)) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      fr = nodeHash(node, fr)
      sr = nodeHash(node, sr)
      while (fn % 2 === 0 && fn !== 0) {
        fn = half(fn)
        sn = half(sn)
      }
    } else sr = nodeHash(sr, node)
    fn = half(fn)
    sn = half(sn)
  }
  return sn === 0 && fr.equals(fromRoot) && sr.equals(toRoot)
}

// ── Signed notes and checkpoints, C2SP ──────────────────────────────────────

const SPKI_OF_ED25519 = Buffer.from('302a300506032b6570032100', 'hex')

/** Base64 that is written the one right way, or null. */
function base64(text) {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : null
}

/** Reads a verifier key, `name+id+base64`. Throws with a sentence when it is none. */
export function parseKey(text) {
  const [, name, id, data] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text) ?? []
  const bytes = base64(data ?? '')
  if (name === undefined || bytes === null) throw new Error('A key is written name+id+base64.')
  if (bytes.length !== 33 || bytes[0] !== 1) throw new Error('The key is not an Ed25519 key.')
  const named = createHash('sha256').update(`${name}\n`).update(bytes).digest().subarray(0, 4)
  if (named.toString('hex') !== id) throw new Error('The id of the key is not that of its bytes.')
  const publicKey = createPublicKey({
    key: Buffer.concat([SPKI_OF_ED25519, bytes.subarray(1)]),
    format: 'der',
    type: 'spki',
  })
  return { text, name, id, publicKey }
}

/** The verifier key of an Ed25519 public key under a name. */
export function writeKey(name, publicKey) {
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(SPKI_OF_ED25519.length)
  const bytes = Buffer.concat([Buffer.of(1), raw])
  const id = createHash('sha256').update(`${name}\n`).update(bytes).digest('hex').slice(0, 8)
  return parseKey(`${name}+${id}+${bytes.toString('base64')}`).text
}

/** Divides a file of signed notes into its notes. */
export function splitNotes(text) {
  const notes = []
  let note = ''
  let signed = false
  for (const line of text.split('\n')) {
    if (signed && !line.startsWith('— ')) {
      notes.push(note)
      note = ''
      signed = false
    }
    if (note === '' && line === '') continue
    signed ||= line.startsWith('— ')
    note += `${line}\n`
  }
  if (note !== '') notes.push(note)
  return notes
}

/** The text of a signed note, once one of the keys has signed it. Throws with what is wrong. */
export function openNote(note, keys) {
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n')) throw new Error('is no signed note')
  const text = note.slice(0, end + 1)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a signed note has none but the newline
  if (/[\u0000-\u0009\u000b-\u001f\u007f]/.test(note)) throw new Error('has control characters')
  let signed = false
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const [, name, data] = /^— ([^+\s]+) ([A-Za-z0-9+/=]+)$/.exec(line) ?? []
    const bytes = base64(data ?? '')
    if (name === undefined || bytes === null || bytes.length < 5)
      throw new Error('has a signature line that cannot be read')
    const id = bytes.toString('hex', 0, 4)
    const key = keys.find((one) => one.name === name && one.id === id)
    if (key === undefined) continue
    if (!verify(null, Buffer.from(text, 'utf8'), key.publicKey, bytes.subarray(4)))
      throw new Error('has a wrong signature')
    signed = true
  }
  if (!signed) throw new Error('is not signed by the key')
  return text
}

/** Reads a checkpoint that one of the keys has signed. Throws with what is wrong. */
export function openCheckpoint(note, keys) {
  const text = openNote(note, keys)
  const [origin, size, root, ...extensions] = text.slice(0, -1).split('\n')
  const rootHash = base64(root ?? '')
  const times = extensions.filter((line) => line.startsWith('time '))
  const timeUtc = times[0]?.slice('time '.length)
  if (!/^(0|[1-9]\d{0,15})$/.test(size ?? '') || rootHash?.length !== 32)
    throw new Error('is no checkpoint')
  if (times.length !== 1 || !isInstant(timeUtc)) throw new Error('says no time')
  return { origin, size: Number(size), root: rootHash, timeUtc }
}

// ── What a leaf may hold ────────────────────────────────────────────────────

const isText = (value) => typeof value === 'string'
const isCount = (value) => Number.isSafeInteger(value) && value >= 0
const isHash = (value) => isText(value) && /^[0-9a-f]{64}$/.test(value)
const isInstant = (value) =>
  isText(value) &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) &&
  !Number.isNaN(Date.parse(value))
const bytesOf = (hashes) => hashes.map((node) => Buffer.from(node, 'hex'))
const orNull = (is) => (value) => value === null || is(value)
const listOf = (is) => (value) => Array.isArray(value) && value.every(is)
const is = (wanted) => (value) => value === wanted

/** An object with exactly these members; a name that ends in `?` may be missing. */
function shape(members) {
  const checks = Object.entries(members).map(([name, check]) => [
    name.replace('?', ''),
    check,
    name.endsWith('?'),
  ])
  const known = new Set(checks.map(([name]) => name))
  return (value) =>
    value !== null &&
    typeof value === 'object' &&
    !Array.isArray(value) &&
    Object.keys(value).every((name) => known.has(name)) &&
    checks.every(([name, check, optional]) =>
      Object.hasOwn(value, name) ? check(value[name]) : optional,
    )
}

const committed = shape({ commitment: isHash })
const interval = (value) =>
  Array.isArray(value) && value.length === 2 && value.every(isCount) && value[0] < value[1]
const BASE = {
  v: is(1),
  seq: isCount,
  id: (id) => isText(id) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id),
  time: isInstant,
  'clock?': shape({ stepMs: Number.isSafeInteger, reading: isInstant }),
  phase: isText,
  action: (name) => isText(name) && /^[a-z]+(-[a-z]+)*$/.test(name),
  build: isText,
  request: orNull(isText),
}
const DEED = {
  actor: orNull(shape({ commitment: isHash, roles: listOf(isText) })),
  session: orNull(isText),
  object: shape({ kind: isText, ids: listOf(isText), 'query?': committed }),
  purpose: orNull(committed),
  decision: shape({ allowed: (value) => typeof value === 'boolean', rule: isText }),
  origin: shape({ address: orNull(committed), agent: orNull(committed), page: orNull(isText) }),
}
const RESULT = shape({
  'status?': isCount,
  'problem?': isText,
  'bytes?': isCount,
  'heard?': listOf(interval),
  'counts?': (value) =>
    value !== null && typeof value === 'object' && Object.values(value).every(Number.isFinite),
})
const UPSTREAM = listOf(
  shape({
    call: isText,
    status: orNull(isCount),
    attempts: isCount,
    started: isText,
    durationMs: Number.isFinite,
    recordingId: orNull(isCount),
  }),
)
const PHASES = {
  intent: shape({ ...BASE, ...DEED }),
  event: shape({
    ...BASE,
    ...DEED,
    'result?': RESULT,
    'upstream?': UPSTREAM,
    'whose?': committed,
  }),
  progress: shape({
    ...BASE,
    of: isCount,
    result: RESULT,
    'upstream?': UPSTREAM,
    'whose?': committed,
  }),
  outcome: shape({ ...BASE, of: isCount, result: RESULT, upstream: UPSTREAM, 'whose?': committed }),
}
/** Where the commitment of a personal field stands. */
const COMMITMENT_OF = {
  actor: (leaf) => leaf.actor,
  query: (leaf) => leaf.object?.query,
  purpose: (leaf) => leaf.purpose,
  address: (leaf) => leaf.origin?.address,
  agent: (leaf) => leaf.origin?.agent,
  whose: (leaf) => leaf.whose,
}
const HEADER = shape({
  type: is('ledger'),
  version: is(1),
  origin: isText,
  key: isText,
  size: isCount,
  complete: (value) => typeof value === 'boolean',
  exportedUtc: isInstant,
})
const ENTRY = shape({
  type: is('entry'),
  leaf: isText,
  personal: (value) => value !== null && typeof value === 'object' && !Array.isArray(value),
  'hash?': isHash,
  'proof?': listOf(isHash),
})
const TEXT = shape({ salt: isHash, text: (text) => isText(text) && text.isWellFormed() })
const CHECKPOINT = shape({ type: is('checkpoint'), note: isText })
const CONSISTENCY = shape({
  type: is('consistency'),
  from: isCount,
  to: isCount,
  proof: listOf(isHash),
})

// ── The verification ────────────────────────────────────────────────────────

const HASHES_A_BLOCK = 32_768

/** 32 bytes an entry and nothing more: what has to be remembered until the checkpoints come. */
class HashList {
  length = 0
  #blocks = []

  push(hash) {
    const at = this.length % HASHES_A_BLOCK
    if (at === 0) this.#blocks.push(Buffer.alloc(HASHES_A_BLOCK * 32))
    hash.copy(this.#blocks[this.#blocks.length - 1], at * 32)
    this.length += 1
  }

  at(index) {
    const from = (index % HASHES_A_BLOCK) * 32
    return this.#blocks[Math.floor(index / HASHES_A_BLOCK)].subarray(from, from + 32)
  }
}

/**
 * Takes a ledger piece by piece: `header`, then every `entry` in order, then `checkpoint` and `consistency`,
 * then `finish`, which resolves the report. Nothing of what it is given is trusted but `keys` and `outside`.
 */
export class LedgerCheck {
  #trusted
  #keys
  #outside
  #header = null
  #problems = []
  #problemCount = 0
  #notes = []
  /** The problem with the lowest sequence. */
  #first = null
  /** The first entry that is known to be wrong by itself. */
  #broken = null
  #next = 0
  #time = ''
  #open = new Map()
  #closed = new Set()
  #hashes = new HashList()
  #entries = 0
  #texts = 0
  #erased = 0
  #firstEntry = null
  /** Entries by the root that their proof leads to. */
  #inclusion = new Map()
  /** Checkpoints met, readable or not. */
  #nth = 0
  #own = []
  #consistency = []
  #unreadable = 0

  /** `keys`: verifier keys that are trusted; `outside`: notes of checkpoints that were kept elsewhere. */
  constructor({ keys = [], outside = [] } = {}) {
    this.#trusted = keys.length > 0
    this.#keys = keys.map(parseKey)
    this.#outside = outside
  }

  #problem(sequence, what, until = sequence) {
    this.#problemCount += 1
    if (this.#problems.length < PROBLEMS_KEPT) this.#problems.push({ sequence, until, what })
    const first = this.#first
    const earlier = first === null || sequence < first.sequence
    if (earlier || (sequence === first.sequence && until < first.until))
      this.#first = { sequence, until }
  }

  /**
   * Something is wrong with one entry, or with one of a stretch up to `until`; what comes after it is still looked
   * at. What is checked beside an export, such as the columns of a database, is told in the same way.
   */
  wrong(sequence, what, until = sequence) {
    // A stretch that holds one that is known says nothing new.
    if (until > sequence && this.#broken !== null && this.#broken <= until) return
    if (this.#broken === null || sequence < this.#broken) this.#broken = sequence
    this.#problem(sequence, what, until)
  }

  /** Something is wrong with what was to prove the next entries. */
  unproved(what) {
    this.#problem(this.#reach, what)
  }

  get #whole() {
    return this.#header?.complete !== false
  }

  /** Up to where the checkpoints that were read so far reach. */
  get #reach() {
    return this.#own.reduce((most, { size }) => Math.max(most, size), 0)
  }

  /** The first line of an export. */
  header(header) {
    if (!HEADER(header)) {
      this.wrong(0, 'The first line is not the heading of a ledger.')
      return
    }
    this.#header = header
    if (this.#trusted) {
      if (!this.#keys.some((key) => key.text === header.key))
        this.#problem(0, 'The export names another key than the one you trust.')
      return
    }
    try {
      this.#keys = [parseKey(header.key)]
    } catch (error) {
      this.#problem(0, `The key of the export cannot be used: ${error.message}`)
    }
  }

  /** A piece that is nothing that can stand there. */
  unreadable(what) {
    const entriesMissing = this.#header === null || this.#next < this.#header.size
    if (this.#nth > 0 || !entriesMissing) return this.#problem(this.#reach, what)
    this.wrong(this.#next, what)
    // It stands where the entry should: what follows is measured from the one after it.
    if (this.#whole) this.#next += 1
  }

  /** The next entry; `line` as in the export. */
  entry(line) {
    if (this.#nth > 0) return this.wrong(this.#next, 'An entry stands after the checkpoints.')
    if (!ENTRY(line)) return this.unreadable(`What stands at ${this.#next} is no entry.`)
    this.#entries += 1
    let leaf
    try {
      leaf = parseCanonical(line.leaf)
    } catch (error) {
      return this.unreadable(`Entry ${this.#next} is not canonical JSON (${error.message}).`)
    }
    const hash = leafHash(line.leaf)
    const at = this.#place(leaf?.seq, hash)
    if (at === null) return
    if (line.hash !== undefined && line.hash !== hash.toString('hex'))
      this.wrong(at, `Entry ${at} is not the one that its hash was taken of.`)
    if (PHASES[leaf.phase]?.(leaf) !== true)
      this.wrong(at, `Entry ${at} has not the fields of its phase.`)
    else {
      if (leaf.time < this.#time) this.wrong(at, `Entry ${at} is earlier than the one before it.`)
      this.#time = leaf.time
      this.#pair(at, leaf)
    }
    this.#openTexts(at, leaf, line.personal)
    if (this.#whole) this.#plant(at, hash, line)
    else this.#lead(at, hash, line)
  }

  /** The sequence of an entry, or null when it does not belong where it stands. */
  #place(at, hash) {
    const expected = this.#next
    if (!isCount(at)) {
      this.unreadable(`Entry ${expected} has no sequence.`)
      return null
    }
    if (at < expected) {
      // Two that differ claim one place: either may be the forged one. One that is repeated is wrong here.
      const claimed = at < this.#hashes.length && !this.#hashes.at(at).equals(hash)
      const wrong = claimed || !this.#whole ? at : expected
      this.wrong(wrong, `Entry ${at} stands twice or out of order.`)
      return null
    }
    if (this.#whole && at > expected)
      this.wrong(
        expected,
        `Entry ${expected} is missing, ${at - expected} in a row; ${at} stands there.`,
      )
    else if (this.#header !== null && at >= this.#header.size)
      this.wrong(at, `Entry ${at} is beyond the size that the export names.`)
    this.#firstEntry ??= at
    this.#next = at + 1
    return at
  }

  #pair(at, leaf) {
    if (leaf.phase === 'intent') this.#open.set(at, leaf.action)
    if (leaf.of === undefined) return
    const action = this.#open.get(leaf.of)
    if (leaf.of >= at || (action === undefined && (this.#whole || this.#closed.has(leaf.of))))
      this.wrong(at, `Entry ${at} belongs to ${leaf.of}, which is no open intent.`)
    else if (action !== undefined && action !== leaf.action)
      this.wrong(at, `Entry ${at} names another action than its intent ${leaf.of}.`)
    if (leaf.phase !== 'outcome') return
    this.#open.delete(leaf.of)
    // In a whole ledger an intent that is not open is no intent, or closed: nothing need be remembered.
    if (!this.#whole) this.#closed.add(leaf.of)
  }

  #openTexts(at, leaf, personal) {
    for (const [field, given] of Object.entries(personal)) {
      const commitment = Object.hasOwn(COMMITMENT_OF, field)
        ? COMMITMENT_OF[field](leaf)?.commitment
        : undefined
      if (commitment === undefined)
        this.wrong(at, `Entry ${at} has a clear text of ${field} that it does not commit to.`)
      else if (!TEXT(given))
        this.wrong(at, `The clear text of ${field} of entry ${at} is not in its form.`)
      else {
        const made = createHmac('sha256', Buffer.from(given.salt, 'hex')).update(given.text, 'utf8')
        if (made.digest('hex') !== commitment)
          this.wrong(at, `The clear text of ${field} of entry ${at} is not the one committed to.`)
        this.#texts += 1
      }
    }
    for (const [field, of] of Object.entries(COMMITMENT_OF))
      if (of(leaf)?.commitment !== undefined && !Object.hasOwn(personal, field)) this.#erased += 1
  }

  #plant(at, hash, line) {
    if (line.proof !== undefined)
      this.wrong(at, `Entry ${at} has a proof, which a whole ledger has no use for.`)
    // Should the entry be another, then the hash that was listed shows whether the rest is as it was.
    const listed = line.hash === undefined ? hash : Buffer.from(line.hash, 'hex')
    if (this.#hashes.length === at) this.#hashes.push(listed)
  }

  #lead(at, hash, line) {
    const root = rootByInclusion(at, this.#header.size, hash, bytesOf(line.proof ?? []))
    if (root === null) return this.wrong(at, `Entry ${at} has no inclusion proof of that tree.`)
    const key = root.toString('hex')
    if (!this.#inclusion.has(key)) this.#inclusion.set(key, [])
    this.#inclusion.get(key).push(at)
  }

  /** The next checkpoint of the ledger itself, oldest first. */
  checkpoint(note) {
    this.#nth += 1
    const name = `Checkpoint ${this.#nth}`
    const reach = this.#reach
    try {
      const opened = openCheckpoint(note, this.#keys)
      if (this.#header !== null && opened.origin !== this.#header.origin)
        throw new Error('is that of another ledger')
      const last = this.#own.at(-1)
      if (last !== undefined && opened.size <= reach) {
        const sizes = this.#own.map(({ size }) => size)
        // One that stands here again leaves open what comes next; one that comes late, what it covers.
        const from = sizes.includes(opened.size)
          ? reach
          : Math.max(0, ...sizes.filter((size) => size < opened.size))
        this.#problem(from, `${name} (${opened.size} entries) is out of order.`)
        return
      }
      if (last !== undefined && opened.timeUtc < last.timeUtc)
        this.#problem(reach, `${name} is earlier than the one before it.`)
      this.#own.push({ ...opened, name })
    } catch (error) {
      this.#problem(reach, `${name} ${error.message}.`)
    }
  }

  /** A consistency proof between the trees of two checkpoints; `line` as in the export. */
  consistency(line) {
    this.#consistency.push(line)
  }

  /** Nothing more comes. The report stands in README.md. */
  finish() {
    if (this.#header === null && this.#first === null) this.wrong(0, 'There is no ledger.')
    const whole = this.#whole
    const size = this.#header?.size ?? 0
    if (whole && this.#next < size)
      this.wrong(this.#next, `Entry ${this.#next} is missing, and all up to ${size - 1}.`)
    const own = this.#own
    const outside = this.#openOutside()
    const proved = whole ? this.#checkRoots(own, outside) : 0
    if (!whole) this.#checkInclusion()
    const linked = this.#checkConsistency([...own, ...outside])
    const unlinked = whole ? [] : this.#unlinked([...own, ...outside], linked)
    const counts = {
      unproved: whole ? Math.max(0, this.#next - proved) : own.length > 0 ? 0 : this.#entries,
      openIntents: whole ? this.#openIntents().length : 0,
      unlinkedCheckpoints: unlinked.length,
      unreadableCheckpoints: this.#unreadable,
    }
    return this.#report(own, outside, counts)
  }

  /**
   * Intents without an outcome, but for the newest one of an export: an export made through the console holds its own
   * intent, which ends only with it.
   */
  #openIntents() {
    const exports = [...this.#open].filter(([, action]) => action === 'ledger-export')
    const ownExport = exports.at(-1)?.[0]
    return [...this.#open.keys()].filter((sequence) => sequence !== ownExport)
  }

  #openOutside() {
    const opened = []
    let others = 0
    for (const [nth, note] of this.#outside.entries()) {
      const name = `Checkpoint ${nth + 1} of those kept elsewhere`
      // A file that is written to line by line may have been cut off in the middle of one.
      if (!/^.+\n\d+\n.{44}\ntime .{24}\n\n— \S+ \S+\n/.test(note)) this.#unreadable += 1
      else if (this.#header !== null && note.split('\n', 1)[0] !== this.#header.origin) others += 1
      else
        try {
          opened.push({ ...openCheckpoint(note, this.#keys), name })
        } catch (error) {
          this.#problem(this.#reach, `${name} ${error.message}.`)
        }
    }
    if (others > 0)
      this.#notes.push(`${count(others, 'checkpoint')} that you gave of other ledgers.`)
    return opened
  }

  /** Roots at the size of each checkpoint, in one walk over the leaves; answers how many entries are proved. */
  #checkRoots(own, outside) {
    const tree = new GrowingTree()
    const fitting = []
    const all = [...own, ...outside].sort((a, b) => a.size - b.size)
    for (const checkpoint of all) {
      const { size, root, name } = checkpoint
      // An entry that is known to be wrong explains every root after it.
      const explained = this.#broken !== null && this.#broken < size
      if (size > this.#hashes.length) {
        if (!explained)
          this.wrong(
            this.#next,
            `Entry ${this.#next} is missing: ${name} says that there were ${size}.`,
          )
        break
      }
      while (tree.size < size) tree.add(this.#hashes.at(tree.size))
      if (tree.root().equals(root)) {
        fitting.push(checkpoint)
        continue
      }
      if (explained) continue
      // Who forged the ledger may have signed its own checkpoints anew; those kept elsewhere vouch for each other.
      const vouching = fitting.filter(
        (one) => one.size < size && (outside.includes(one) || !outside.includes(checkpoint)),
      )
      this.#problem(
        vouching.at(-1)?.size ?? 0,
        `${name} (${size} entries) has another root than the entries have.`,
        Math.max(0, size - 1),
      )
    }
    return fitting.at(-1)?.size ?? 0
  }

  #checkInclusion() {
    const last = this.#own.at(-1)
    if (last === undefined) return
    if (last.size !== this.#header.size)
      this.#problem(this.#firstEntry ?? 0, 'The last checkpoint has not the size of the heading.')
    for (const [root, entries] of this.#inclusion)
      if (root !== last.root.toString('hex'))
        for (const at of entries)
          this.wrong(at, `The proof of entry ${at} does not lead to the last checkpoint.`)
  }

  /** Checks every consistency proof; answers the sizes that are linked by one. */
  #checkConsistency(known) {
    const linked = new Set()
    let loose = 0
    for (const { from, to, proof } of this.#consistency) {
      const at = this.#whole ? Math.min(from, to) : (this.#firstEntry ?? 0)
      const older = known.find(({ size }) => size === from)
      const newer = known.find(({ size }) => size === to)
      if (older === undefined || newer === undefined) loose += 1
      else if (!isConsistent(from, to, older.root, newer.root, bytesOf(proof)))
        this.#problem(at, `The consistency proof from ${from} to ${to} is wrong.`)
      else linked.add(from).add(to)
    }
    if (loose > 0)
      this.#notes.push(`${count(loose, 'consistency proof')} of checkpoints that are not here.`)
    return linked
  }

  /** The checkpoints that a selection says nothing of: neither of their size, nor a proof to the last. */
  #unlinked(known, linked) {
    const last = this.#own.at(-1)
    const roots = new Map()
    for (const { size, root, name } of known) {
      const same = roots.get(size) ?? root
      roots.set(size, same)
      if (!same.equals(root))
        this.#problem(this.#firstEntry ?? 0, `${name} has another root than one of the same size.`)
    }
    return known.filter(({ size }) => size !== last?.size && !linked.has(size))
  }

  #report(own, outside, counts) {
    const last = own.at(-1)
    const incomplete = Object.values(counts).some((count) => count > 0)
    return {
      status: this.#first !== null ? 'tampered' : incomplete ? 'incomplete' : 'sound',
      firstBad: this.#first?.sequence ?? null,
      firstBadUntil: this.#first?.until ?? null,
      whole: this.#whole,
      origin: this.#header?.origin ?? null,
      size: this.#header?.size ?? 0,
      entries: this.#entries,
      checkpoints: own.length,
      outsideCheckpoints: outside.length,
      lastCheckpoint:
        last === undefined
          ? null
          : { size: last.size, rootHash: last.root.toString('hex'), timeUtc: last.timeUtc },
      ...counts,
      firstOpenIntent: counts.openIntents > 0 ? this.#openIntents()[0] : null,
      texts: this.#texts,
      erasedTexts: this.#erased,
      key: this.#keys[0]?.text ?? null,
      keyTrusted: this.#trusted,
      problems: this.#problems,
      problemCount: this.#problemCount,
      notes: this.#notes,
    }
  }
}

// ── Reading an export ───────────────────────────────────────────────────────

/** The lines of a stream of bytes, without their newline. Throws on a line longer than 64 MB. */
async function* linesOf(chunks) {
  let rest = []
  let restBytes = 0
  for await (const chunk of chunks) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk)
    let from = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      const piece = bytes.subarray(from, end)
      yield rest.length === 0 ? piece : Buffer.concat([...rest, piece])
      rest = []
      restBytes = 0
      from = end + 1
    }
    if (from === bytes.length) continue
    rest.push(bytes.subarray(from))
    restBytes += bytes.length - from
    if (restBytes > LINE_LIMIT_BYTES) throw new Error('A line is longer than 64 MB.')
  }
  if (restBytes > 0) yield Buffer.concat(rest)
}

function parseLine(bytes) {
  if (!isUtf8(bytes)) return null
  const text = bytes.toString('utf8')
  try {
    const value = JSON.parse(text)
    // One way to write a line: nothing can be said twice in it, or be read by another program otherwise.
    return JSON.stringify(value) === text ? value : null
  } catch {
    return null
  }
}

/**
 * Verifies an export given as chunks of bytes or text. Resolves with the report whatever stands in it; rejects
 * only with the error of the stream, of a key that is none, or of a line longer than 64 MB.
 */
export async function verifyExport(chunks, options = {}) {
  const check = new LedgerCheck(options)
  let nth = 0
  for await (const bytes of linesOf(chunks)) {
    nth += 1
    const line = parseLine(bytes)
    if (nth === 1) check.header(line)
    else if (line === null) check.unreadable(`Line ${nth} cannot be read.`)
    else if (line.type === 'entry') check.entry(line)
    else if (CHECKPOINT(line)) check.checkpoint(line.note)
    else if (CONSISTENCY(line)) check.consistency(line)
    else check.unreadable(`Line ${nth} is nothing that an export holds.`)
  }
  return check.finish()
}

// ── The command line ────────────────────────────────────────────────────────

const count = (number, one, many = `${one}s`) =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`

/** The report in words, for people. */
export function inWords(report) {
  const lines = []
  const what = report.whole ? 'ledger' : 'selection'
  lines.push(
    `${report.origin ?? 'A file that is no ledger'}: ${what} of ${count(report.entries, 'entry', 'entries')}`,
  )
  const last = report.lastCheckpoint
  lines.push(
    last === null
      ? 'No checkpoint covers it.'
      : `${count(report.checkpoints, 'checkpoint')}, the last over ${count(last.size, 'entry', 'entries')}, of ${last.timeUtc}, root ${last.rootHash}`,
  )
  if (report.outsideCheckpoints > 0)
    lines.push(`${count(report.outsideCheckpoints, 'checkpoint')} kept elsewhere compared`)
  lines.push(
    `${count(report.texts, 'clear text')} checked against its commitment, ${report.erasedTexts.toLocaleString('en-GB')} not there (erased, or left out)`,
  )
  lines.push(
    report.keyTrusted
      ? `Signed by the key you gave: ${report.key}`
      : `Signed by the key that the export names itself: ${report.key}\nThat proves only that the export fits itself. Give the key you were told by another way with --key.`,
  )
  lines.push(...report.notes, '')
  for (const { what: words } of report.problems) lines.push(`✗ ${words}`)
  const more = report.problemCount - report.problems.length
  if (more > 0) lines.push(`✗ and ${more.toLocaleString('en-GB')} more`)
  if (report.unproved > 0)
    lines.push(
      `${count(report.unproved, 'entry is', 'entries are')} newer than the last checkpoint.`,
    )
  if (report.openIntents > 0)
    lines.push(
      `${count(report.openIntents, 'intent has', 'intents have')} no outcome, the first is ${report.firstOpenIntent}.`,
    )
  if (report.unlinkedCheckpoints > 0)
    lines.push(
      `${count(report.unlinkedCheckpoints, 'checkpoint')} cannot be compared: the selection holds no consistency proof of it.`,
    )
  if (report.unreadableCheckpoints > 0)
    lines.push(`${count(report.unreadableCheckpoints, 'checkpoint')} that you gave cannot be read.`)
  lines.push(verdict(report))
  return `${lines.join('\n')}\n`
}

function verdict({ status, firstBad, firstBadUntil }) {
  if (status === 'sound') return 'SOUND'
  if (status === 'incomplete') return 'INCOMPLETE: what is there is sound.'
  if (firstBad === firstBadUntil) return `TAMPERED: the first bad sequence is ${firstBad}.`
  return `TAMPERED: the first bad sequence is ${firstBad}, or one after it up to ${firstBadUntil}.`
}

const EXIT_OF = { sound: 0, tampered: 1, incomplete: 2 }

/** The exit status that goes with a report. */
export function exitStatus(report) {
  return EXIT_OF[report.status]
}

function readArguments(args) {
  const wanted = { file: null, keys: [], outside: [], json: false }
  for (let nth = 0; nth < args.length; nth += 1) {
    const arg = args[nth]
    const value = () => {
      nth += 1
      if (args[nth] === undefined) throw new Error(`${arg} wants a value.`)
      return args[nth]
    }
    if (arg === '--json') wanted.json = true
    else if (arg === '--key') wanted.keys.push(parseKey(value()).text)
    else if (arg === '--checkpoint') {
      const notes = splitNotes(readFileSync(value(), 'utf8'))
      if (notes.length === 0) throw new Error(`${args[nth]} holds no checkpoint.`)
      wanted.outside.push(...notes)
    } else if (arg.startsWith('--') || wanted.file !== null) throw new Error(`What is ${arg}?`)
    else wanted.file = arg
  }
  return wanted
}

/** Runs the command line; resolves with the exit status. */
export async function main(args) {
  try {
    const wanted = readArguments(args)
    const piped = wanted.file === null || wanted.file === '-'
    if (piped && process.stdin.isTTY) throw new Error('Which export?')
    const chunks = piped
      ? process.stdin
      : createReadStream(wanted.file, { highWaterMark: 1024 * 1024 })
    const report = await verifyExport(chunks, wanted)
    process.stdout.write(wanted.json ? `${JSON.stringify(report, null, 2)}\n` : inWords(report))
    return exitStatus(report)
  } catch (error) {
    process.stderr.write(`${error.message}\n\n${USAGE}`)
    return 3
  }
}

if (
  process.argv[1] !== undefined &&
  realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
)
  main(process.argv.slice(2)).then((status) => {
    process.exitCode = status
  })
