import type { Party, Recording } from '@/lib/contract/recording'
import { formatPhone } from '@/lib/format/phone'

const MOST_NAMED = 4

/** Who was in a recording, in one line: people by name, else their endpoints, the caller first. */
export function recordingTitle(recording: Pick<Recording, 'id' | 'parties'>): string {
  const order = ['from', 'to']
  const rank = ({ role }: Party) => (order.indexOf(role ?? '') + 3) % 3
  const names = [...recording.parties].sort((a, b) => rank(a) - rank(b)).map(nameOf)
  if (names.length === 0) return `Recording ${recording.id}`
  const more = names.length - MOST_NAMED
  const named = names.slice(0, MOST_NAMED).join(' → ')
  return more > 0 ? `${named} and ${more} more` : named
}

function nameOf({ personName, value }: Party): string {
  if (personName) return personName
  return value ? formatPhone(value) : 'Unknown'
}
