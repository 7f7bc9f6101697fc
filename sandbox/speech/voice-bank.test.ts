import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { speak } from './flite'
import { VOICES } from './recipe'
import { SENTENCES, sentenceKey } from './sentences'
import { throughTelephone } from './telephone'
import { VoiceBank } from './voice-bank'

const AGENT = sentenceKey(0, 'I see.')
const CUSTOMER = sentenceKey(1, 'I see.')
const LAST = [...SENTENCES.keys()].at(-1) ?? ''

describe('the voice bank', () => {
  const folder = mkdtempSync(join(tmpdir(), 'speech-'))
  const bank = new VoiceBank(folder)
  afterAll(async () => {
    await bank.close()
    rmSync(folder, { recursive: true })
  })

  it('makes what is asked for before what only warms it', async () => {
    void bank.warm()
    await bank.sound(LAST)
    const made = [...SENTENCES.keys()].filter((key) => bank.ready(key))
    expect(made).toContain(LAST)
    expect(made.length).toBeLessThan(4)
  })

  it('makes a sentence once and keeps it, and mends a damaged one', async () => {
    const first = await bank.sound(AGENT)
    expect(await bank.sound(AGENT)).toBe(first)
    expect(readdirSync(folder)).toContain(`${AGENT}.speech`)
    const path = join(folder, `${AGENT}.speech`)
    const kept = readFileSync(path)
    writeFileSync(path, kept.subarray(0, 1000))
    const later = new VoiceBank(folder)
    expect((await later.sound(AGENT)).pcm).toEqual(first.pcm)
    await later.close()
    expect(readFileSync(path)).toEqual(kept)
  })

  it('refuses a sentence nobody says', async () => {
    await expect(bank.sound('0-nobody')).rejects.toThrow('No sentence')
  })

  it('gives the parties different voices', async () => {
    const [agent, customer] = [await bank.sound(AGENT), await bank.sound(CUSTOMER)]
    expect(agent.pcm).not.toEqual(customer.pcm)
  })
})

/** Energy of a tone in the audio (Goertzel), as a share of all energy. */
function share(audio: Int16Array, hz: number): number {
  const turn = (2 * Math.PI * hz) / 8000
  let [before, last, total] = [0, 0, 0]
  for (const sample of audio) {
    const next = sample + 2 * Math.cos(turn) * last - before
    before = last
    last = next
    total += sample * sample
  }
  return (before ** 2 + last ** 2 - 2 * Math.cos(turn) * before * last) / total
}

const band = (audio: Int16Array, low: number, high: number) => {
  let sum = 0
  for (let hz = low; hz < high; hz += 10) sum += share(audio, hz)
  return sum
}

describe('the speech', () => {
  const text = 'I would rather get this right than do it quickly.'
  let heard: Int16Array[]
  beforeAll(() => {
    heard = VOICES.map((voice) => throughTelephone(speak(voice, text)))
  })
  const rms = (audio: Int16Array) =>
    Math.sqrt(audio.reduce((sum, sample) => sum + sample * sample, 0) / audio.length)

  it('is equally loud for both parties and never clips', () => {
    const [agent = 0, customer = 1] = heard.map(rms)
    expect(Math.abs(20 * Math.log10(agent / customer))).toBeLessThan(1)
    for (const audio of heard) {
      const peak = audio.reduce((top, sample) => Math.max(top, Math.abs(sample)), 0)
      expect(peak).toBeGreaterThan(5_000)
      expect(peak).toBeLessThan(20_000)
    }
  })

  it('has the band of a telephone and the unrest of speech', () => {
    for (const audio of heard) {
      expect(band(audio, 300, 3_400)).toBeGreaterThan(20 * band(audio, 0, 200))
      expect(band(audio, 300, 1_300)).toBeGreaterThan(band(audio, 2_400, 3_400))
      const crossings = audio.filter(
        (sample, index) => index > 0 && sample >= 0 !== (audio[index - 1] ?? 0) >= 0,
      ).length
      const aSecond = (crossings * 8000) / audio.length
      expect(aSecond).toBeGreaterThan(600)
      expect(aSecond).toBeLessThan(4_000)
      // Syllables: loudness rises and falls several times a second, as in no tone and no noise.
      const levels = Array.from({ length: Math.floor(audio.length / 400) }, (_, index) =>
        rms(audio.subarray(index * 400, index * 400 + 400)),
      ).sort((a, b) => a - b)
      const [quiet = 0, loud = 0] = [levels[2], levels[levels.length - 3]]
      expect(loud / quiet).toBeGreaterThan(4)
    }
  })

  it('is the same each time', () => {
    expect(throughTelephone(speak(VOICES[0], text))).toEqual(heard[0])
  })
})
