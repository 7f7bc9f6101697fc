import { formatPhone } from '@/lib/format/phone'
import type { TokenKey } from '@/lib/url/query-text'
import { tagName } from './tag-name'

/** The keys of a search for recordings as people say them. */
export const KEY_WORDS: Record<TokenKey, string> = {
  person: 'person',
  number: 'number',
  tag: 'tag',
  type: 'kind',
  dir: 'direction',
  dur: 'length',
  has: 'has',
  from: 'from',
  to: 'to',
  retention: 'retention group',
  id: 'id',
  user: 'user',
}

/** A filter's value as people say it; `names` are those of people by id. */
export function valueWords(
  known: string | null,
  value: string,
  names: ReadonlyMap<number, string>,
): string {
  const parts = value.split(',').map((part) => part.trim())
  if (known === 'person' || known === 'subject')
    return parts.map((part) => names.get(Number(part)) ?? part).join(', ')
  if (known === 'number') return formatPhone(value)
  if (known === 'tag') return tagName(value)
  if (known === 'type' || known === 'dir' || known === 'action') return parts.join(', ')
  return value
}
