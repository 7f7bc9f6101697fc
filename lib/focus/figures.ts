/** The client's figures; each can be set. Milliseconds unless the name says otherwise. */
export const FIGURES = {
  /** Whole calls, with their repetitions; audio only to its first byte. */
  deadlines: { metadata: 8_000, search: 15_000, auth: 5_000, audio: 10_000 },
  audioGap: 15_000,
  backoff: { base: 200, baseAfter429: 1_000, cap: 5_000, backgroundCap: 20_000 },
  backgroundAttempts: 5,
  /** A pause that Focus asks for is believed up to here. */
  longestPause: 5 * 60_000,
  retryBudget: { window: 10_000, share: 0.1, perSecond: 1 },
  lanes: { interactive: 8, audio: 4, background: 4 },
  queue: { length: 64, wait: 2_000 },
  circuit: { window: 20_000, leastCalls: 20, share: 0.5, open: 15_000, longestOpen: 120_000 },
  token: { renewAtShare: 0.8, renewSpread: 0.1, retryAfterFailure: 5_000 },
  refusals: { most: 3, window: 60_000, open: 5 * 60_000 },
  rightMissingMemory: 5 * 60_000,
  jsonBytes: 32 * 1024 * 1024,
}
export type Figures = typeof FIGURES
export type Lane = keyof Figures['lanes']
