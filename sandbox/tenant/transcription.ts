import { conversation, TOPICS } from '../speech/conversation'
import type { RecordingFacts } from './recording-facts'
import { idOf } from './recording-row'

/** The transcription as the wire carries it; null where nothing was spoken. */
export function transcriptionOf(facts: RecordingFacts, index: number) {
  const spec = facts.callSpecOf(index)
  if (!spec) return null
  const internal = facts.internalOf(index)
  const other = facts.otherEndpointOf(index).person
  const speakers: { speaker: string; personId?: number }[] = [
    { speaker: internal.displayName, personId: internal.personId },
    other ? { speaker: other.displayName, personId: other.personId } : { speaker: 'Customer' },
  ]
  return {
    interactionId: idOf(index),
    language: TOPICS[spec.topic]?.language ?? 'en-GB',
    segments: conversation(spec).map((utterance) => ({
      ...speakers[utterance.party],
      // GSM 6.10 in WAV has one channel, which both parties share.
      ...(spec.format !== 'wav-gsm' && { channel: utterance.party }),
      startMs: utterance.startMs,
      endMs: utterance.endMs,
      text: utterance.text,
      confidence: utterance.confidence,
      ...(utterance.sentiment !== undefined && { sentiment: utterance.sentiment }),
      words: utterance.words,
    })),
  }
}
