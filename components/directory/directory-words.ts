import type { Gathered } from '@/components/list/gather-pages'
import { countOf, type Noun } from '@/components/list/noun'

/** How many fit, of how many that were read: never more than is known. */
export function gatheredWords<T>(
  gathered: Gathered<T>,
  fitting: number,
  filtered: boolean,
  noun: Noun,
): string {
  const { state, rows, total, stopped } = gathered
  const read = rows.length
  const of = total === null ? '' : ` of ${total.toLocaleString('en-GB')}`
  if (state === 'reading')
    return `${countOf(fitting, noun)} so far · ${read.toLocaleString('en-GB')}${of} read`
  if (state === 'cancelled' || state === 'failed')
    return `${countOf(fitting, noun)} · only ${read.toLocaleString('en-GB')}${of} were read, so there may be more`
  if (stopped)
    return `${countOf(fitting, noun)} · of the first ${read.toLocaleString('en-GB')}${of}; narrow the search to see the rest`
  return filtered
    ? `${countOf(fitting, noun)} of ${read.toLocaleString('en-GB')}`
    : countOf(fitting, noun)
}

/** That the filtering or the order is ours and not Focus's; null where it is Focus's. */
export function hereWords(filters: readonly string[], sorted: boolean, noun: Noun): string | null {
  const by = [...new Set(filters)]
  if (by.length === 0)
    return sorted ? `Focus cannot sort ${noun.many}: all were read and sorted here.` : null
  return `Focus cannot filter ${noun.many} by ${listed(by)}: all it answers was read and filtered${sorted ? ' and sorted' : ''} here.`
}

function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join()
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
