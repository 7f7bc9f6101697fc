/** A request whose answer is still going out. */
export type OpenRequest = {
  /** Ends the answer and writes its outcome. */
  breakOff(): Promise<void>
}

type Serving = { requests: Set<OpenRequest>; stopping: boolean }

const KEY = Symbol.for('focus-console.open-requests')
const shared = globalThis as { [KEY]?: Serving } // a slot under a symbol of our own

/** The process's requests under way, so that a server that stops can end them with an outcome; and whether it stops. */
export function serving(): Serving {
  shared[KEY] ??= { requests: new Set(), stopping: false }
  return shared[KEY]
}
