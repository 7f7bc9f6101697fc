import {
  isConsistent,
  leafHash,
  openNote,
  readCheckpoint,
  rootByInclusion,
  wrongTexts,
} from './proofs.mjs'

const ENTRIES_AT_ONCE = 200
const breathe = () => new Promise((done) => setTimeout(done))

/**
 * Checks a selection of the ledger line by line. Answers its entries with what each says, the checkpoint they rest on, and
 * what is wrong, each with the sequence it was found at where it has one.
 */
export async function checkLedger(lines, key, canCheck) {
  const wrong = []
  const entries = []
  const checkpoints = []
  const consistency = []
  const at = (sequence, words) => void wrong.push({ sequence, words })
  for (const text of lines) {
    let line
    try {
      line = JSON.parse(text)
    } catch {
      at(null, 'A line of the ledger cannot be read.')
      continue
    }
    if (line.type === 'entry') entries.push(line)
    if (line.type === 'checkpoint') checkpoints.push(line.note)
    if (line.type === 'consistency') consistency.push(line)
  }
  const open = []
  for (const note of checkpoints) {
    try {
      open.push(readCheckpoint(await openNote(note, key, canCheck)))
    } catch (error) {
      at(null, `A checkpoint ${error.message}.`)
    }
  }
  const last = open.at(-1) ?? null
  if (last === null) at(null, 'There is no checkpoint.')
  for (const earlier of open.slice(0, -1)) {
    const found = consistency.find(({ from, to }) => from === earlier.size && to === last.size)
    const holds =
      found !== undefined &&
      isConsistent(earlier.size, last.size, earlier.rootHash, last.rootHash, found.proof)
    if (!holds)
      at(
        null,
        `That the ledger only grew from ${earlier.size} to ${last.size} entries is not proved.`,
      )
  }
  const read = []
  let before = -1
  for (const [index, { leaf, personal, proof }] of entries.entries()) {
    if (index % ENTRIES_AT_ONCE === 0) await breathe()
    let said
    try {
      said = JSON.parse(leaf)
    } catch {
      at(null, 'An entry of the ledger cannot be read.')
      continue
    }
    const { seq } = said
    if (seq <= before) at(seq, `Entry ${seq} stands in the wrong place.`)
    before = seq
    if (last !== null) {
      const root = rootByInclusion(seq, last.size, leafHash(leaf), proof ?? [])
      if (root !== last.rootHash)
        at(seq, `Entry ${seq} is not in the signed ledger as it stands here.`)
    }
    for (const field of wrongTexts(said, personal))
      at(seq, `The ${field} of entry ${seq} is not what was written.`)
    read.push({ said, personal })
  }
  return { wrong, entries: read, checkpoint: last, grewFrom: open.length > 1 ? open[0].size : null }
}
