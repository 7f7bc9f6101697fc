import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, threadId, workerData } from 'node:worker_threads'
import { makeSentence, packSentence, unpackSentence } from './sentence-sound'

/** Makes one sentence for each key it is sent, or reads it from the folder where it was kept. */
const folder = String(workerData)

function kept(path: string): Uint8Array<ArrayBuffer> | null {
  try {
    const packed = new Uint8Array(readFileSync(path))
    unpackSentence(packed)
    return packed
  } catch {
    // Absent or damaged: it is made again.
    return null
  }
}

async function sentence(key: string): Promise<Uint8Array<ArrayBuffer>> {
  const path = join(folder, `${key}.speech`)
  const found = kept(path)
  if (found) return found
  const packed = packSentence(await makeSentence(key))
  mkdirSync(folder, { recursive: true })
  // Written aside first: another process may be reading or making the same sentence.
  const aside = `${path}.${process.pid}.${threadId}`
  writeFileSync(aside, packed)
  renameSync(aside, path)
  return packed
}

parentPort?.on('message', async (key: string) => {
  try {
    const packed = await sentence(key)
    parentPort?.postMessage({ key, packed }, [packed.buffer])
  } catch (error) {
    parentPort?.postMessage({ key, mistake: String(error) })
  }
})
