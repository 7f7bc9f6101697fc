/** What a call is derived from: two calls of the same spec are the same to the last byte. */
export type CallSpec = {
  seed: number
  /** The recording's place in the tenant. */
  index: number
  /** An index into `TOPICS`. */
  topic: number
  /** 20 seconds to 3 hours; a shorter call says what fits. */
  durationMs: number
  /** Agents of `NAMED_AGENTS` give their first name when they answer. */
  agentName: string
  customerName: string
}
