import type { ShownShortcut } from '@/components/ui/shortcut-registry'

export type ShortcutGroup = {
  name: string
  entries: { description: string; keys: string[] }[]
}

/**
 * The key map by heading, in order of appearance with "Everywhere" last. The same thing registered twice (by two components)
 * is one entry with every key that does it.
 */
export function groupShortcuts(shown: readonly ShownShortcut[]): ShortcutGroup[] {
  const groups = new Map<string, Map<string, Set<string>>>()
  for (const { group, description, keys } of shown) {
    const entries = groups.get(group) ?? new Map<string, Set<string>>()
    groups.set(group, entries)
    const known = entries.get(description) ?? new Set<string>()
    entries.set(description, known)
    for (const key of keys) known.add(key)
  }
  return [...groups]
    .sort(([a], [b]) => Number(a === 'Everywhere') - Number(b === 'Everywhere'))
    .map(([name, entries]) => ({
      name,
      entries: [...entries].map(([description, keys]) => ({ description, keys: [...keys] })),
    }))
}
