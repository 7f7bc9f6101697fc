/** One shortcut as the key map shows it. */
export type ShownShortcut = { keys: readonly string[]; description: string; group: string }

let shown: readonly ShownShortcut[] = []
const listeners = new Set<() => void>()

function announce(next: readonly ShownShortcut[]): void {
  shown = next
  for (const listener of listeners) listener()
}

/** Adds a shortcut to the key map for as long as its component is on screen. */
export function registerShortcut(entry: ShownShortcut): () => void {
  announce([...shown, entry])
  return () => announce(shown.filter((other) => other !== entry))
}

export function subscribeToShortcuts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function shownShortcuts(): readonly ShownShortcut[] {
  return shown
}
