/** How far a reconciliation is. */
export type ReconcileProgress = {
  stage: 'indexing' | 'matching' | 'comparing'
  done: number
  total: number
}

/** Work that says now and then how far it is, and can be left there. */
export type Stepwise<T> = Generator<ReconcileProgress, T, void>

/** So many items between two words of progress: some tens of milliseconds of work. */
export const ITEMS_A_STEP = 16_384
