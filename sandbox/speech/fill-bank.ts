/**
 * `tsx sandbox/speech/fill-bank.ts`: makes every sentence that is not kept yet, so that a sandbox
 * started afterwards speaks without waiting. Not needed: a sandbox makes what it lacks by itself.
 */
import { voiceBank, warm } from './voice-bank'

const { sentences, ms } = await warm()
process.stdout.write(`${sentences} sentences ready after ${(ms / 1000).toFixed(1)} s\n`)
await voiceBank.close()
