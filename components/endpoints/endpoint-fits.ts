import { textsHold } from '@/components/directory/text-holds'
import type { Endpoint } from '@/lib/contract/directory-endpoint'
import type { DirectoryTerm } from '@/lib/url/directory-text'
import type { EndpointFilterKey, EndpointQuestion } from '@/lib/url/endpoints-url'
import { isWhen, parseWhen } from '@/lib/url/when-range'

/** When "now" is, and in which IANA zone dates are meant. */
type Clock = { nowUtc: string; timeZone: string }

/** Those of the endpoints that fit what Focus could not be asked, in their order. */
export function fittingEndpoints(
  endpoints: readonly Endpoint[],
  { rest, restWords }: Pick<EndpointQuestion, 'rest' | 'restWords'>,
  clock: Clock,
): readonly Endpoint[] {
  const shared = rest.some(({ key }) => key === 'shared') ? sharedValues(endpoints) : NONE
  return endpoints.filter(
    (endpoint) =>
      rest.every((term) => fits(term, endpoint, shared, clock)) &&
      (restWords === '' || textsHold([endpoint.value, endpoint.personName], restWords)),
  )
}

const NONE: ReadonlySet<string> = new Set()

const keyOf = ({ type, value }: Endpoint) => `${type ?? ''}|${value?.toLowerCase() ?? ''}`

/** The values that stand under more than one person, of one type. */
function sharedValues(endpoints: readonly Endpoint[]): ReadonlySet<string> {
  const firstOwner = new Map<string, number>()
  const shared = new Set<string>()
  for (const endpoint of endpoints) {
    if (endpoint.personId === null || endpoint.value === null) continue
    const key = keyOf(endpoint)
    const first = firstOwner.get(key)
    if (first === undefined) firstOwner.set(key, endpoint.personId)
    else if (first !== endpoint.personId) shared.add(key)
  }
  return shared
}

function fits(
  { key, values, negated }: DirectoryTerm<EndpointFilterKey>,
  endpoint: Endpoint,
  shared: ReadonlySet<string>,
  clock: Clock,
): boolean {
  return values.some((value) => TESTS[key](endpoint, value, shared, clock)) !== negated
}

type Test = (
  endpoint: Endpoint,
  value: string,
  shared: ReadonlySet<string>,
  clock: Clock,
) => boolean

const whenTest =
  (instantOf: (endpoint: Endpoint) => string | null): Test =>
  (endpoint, value, _shared, { nowUtc, timeZone }) => {
    const when = parseWhen(value, nowUtc, timeZone)
    return when !== null && isWhen(when, instantOf(endpoint))
  }

const idTest =
  (idOf: (endpoint: Endpoint) => number | null): Test =>
  (endpoint, value) =>
    value === 'none' ? idOf(endpoint) === null : idOf(endpoint) === Number(value)

const TESTS: Record<EndpointFilterKey, Test> = {
  number: ({ value }, part) => digits(value ?? '').includes(digits(part)),
  type: ({ type }, value) => (type ?? '').toLowerCase() === value.toLowerCase(),
  owner: idTest(({ personId }) => personId),
  shared: (endpoint, value, shared) => shared.has(keyOf(endpoint)) === (value === 'yes'),
  active: ({ active }, value) => active === (value === 'yes'),
  first: whenTest(({ firstSeenUtc }) => firstSeenUtc),
  last: whenTest(({ lastSeenUtc }) => lastSeenUtc),
  retention: idTest(({ retentionGroupId }) => retentionGroupId),
  id: idTest(({ endpointId }) => endpointId),
}

/** A phone number's digits without the zeros that are only dialled; an address as it is. */
function digits(text: string): string {
  return /^[+\d\s().-]+$/.test(text)
    ? text.replace('(0)', '').replaceAll(/\D/g, '').replace(/^0+/, '')
    : text.toLowerCase()
}
