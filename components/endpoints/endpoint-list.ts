import {
  byText,
  byValue,
  type DirectoryAsked,
  type DirectoryModel,
} from '@/components/directory/directory-model'
import type { Cell } from '@/components/list/export-sheet'
import type { Endpoint, EndpointPage } from '@/lib/contract/directory-endpoint'
import { formatInstant, type Zone } from '@/lib/format/instant'
import { formatPhone } from '@/lib/format/phone'
import { endpointSearchQuery, explainDirectoryQuery } from '@/lib/query/directory-lists'
import { ENDPOINT_KEYS, type EndpointFilterKey, toEndpointQuestion } from '@/lib/url/endpoints-url'
import { fittingEndpoints } from './endpoint-fits'

/** An endpoint as people read it. */
export function endpointName({ value, endpointId }: Endpoint): string {
  return value === null ? `Endpoint ${endpointId}` : formatPhone(value)
}

function cells(endpoint: Endpoint, zone: Zone): Cell[] {
  const { firstSeenUtc, lastSeenUtc } = endpoint
  const seen = (utc: string | null) => (utc === null ? null : formatInstant(utc, zone, 'full'))
  return [
    endpoint.endpointId,
    endpoint.type,
    endpoint.value,
    endpoint.personId,
    endpoint.personName,
    endpoint.active,
    seen(firstSeenUtc),
    firstSeenUtc,
    seen(lastSeenUtc),
    lastSeenUtc,
    endpoint.retentionGroupId,
  ]
}

/** The list of endpoints. */
export const ENDPOINTS: DirectoryModel<Endpoint, EndpointFilterKey> = {
  of: 'endpoints',
  noun: { one: 'endpoint', many: 'endpoints' },
  most: 400_000,
  keys: ENDPOINT_KEYS,
  placeholder: 'A number or address, or type: owner: shared: last:',
  idOf: ({ endpointId }) => endpointId,
  nameOf: endpointName,
  sheet: {
    title: 'Endpoints',
    columns: [
      'endpoint_id',
      'type',
      'value',
      'person_id',
      'person',
      'active',
      'first_seen',
      'first_seen_utc',
      'last_seen',
      'last_seen_utc',
      'retention_group',
    ],
    zoned: ['first_seen', 'last_seen'],
    phones: ['value'],
    cells,
  },
  compare: {
    value: byText(({ value }) => value),
    type: byText(({ type }) => type),
    owner: byText(({ personName }) => personName),
    active: byValue(({ active }) => (active === null ? null : Number(active))),
    first: byValue(({ firstSeenUtc }) => firstSeenUtc),
    last: byValue(({ lastSeenUtc }) => lastSeenUtc),
    retention: byValue(({ retentionGroupId }) => retentionGroupId),
    id: byValue(({ endpointId }) => endpointId),
  },
  valuesIn: ({ type, personId, personName }) => [
    ...(type === null ? [] : [{ key: 'type' as const, value: type, label: type }]),
    ...(personId === null
      ? []
      : [
          {
            key: 'owner' as const,
            value: String(personId),
            label: personName ?? `Person ${personId}`,
          },
        ]),
  ],
}

function rowsOf(page: EndpointPage): readonly Endpoint[] {
  return page.endpoints
}

/** What the search box asks of endpoints. `nowUtc` is what `now` means, `timeZone` the IANA zone of its dates. */
export function endpointsAsked(
  q: string,
  nowUtc: string,
  timeZone: string,
): DirectoryAsked<Endpoint, EndpointPage> {
  const question = toEndpointQuestion(q)
  const { search, rest, restWords } = question
  const wordOf = (key: EndpointFilterKey) =>
    ENDPOINT_KEYS.find((one) => one.key === key)?.label ?? key
  return {
    source: {
      key: JSON.stringify(search),
      page: (limit, offset) => endpointSearchQuery({ ...search, limit, offset }),
      rowsOf,
    },
    explain: explainDirectoryQuery({ of: 'endpoints', search }),
    here:
      rest.length > 0 || restWords !== ''
        ? {
            key: JSON.stringify([rest, restWords]),
            words: [...rest.map(({ key }) => wordOf(key)), ...(restWords === '' ? [] : ['words'])],
            filter: (endpoints) => fittingEndpoints(endpoints, question, { nowUtc, timeZone }),
          }
        : null,
  }
}
