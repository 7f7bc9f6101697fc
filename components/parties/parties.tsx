import { clsx } from 'clsx'
import { MaskSign } from '@/components/ui/mask-sign'
import { type Side, sideOfParty } from '@/lib/contract/party-side'
import type { Party, Recording } from '@/lib/contract/recording'
import { anyMasked } from '@/lib/format/masked'
import { formatPhone } from '@/lib/format/phone'

/** A party in words: the person, else the endpoint. */
export function partyName(party: Party): string {
  if (party.personName !== null) return party.personName
  if (party.value === null) return 'unknown'
  return party.endpointType === 'phone' || party.endpointType === null
    ? formatPhone(party.value)
    : party.value
}

/** What names the parties of a conversation. */
export type PartiesOf = Pick<Recording, 'direction' | 'kind' | 'parties'>

const WRITTEN = new Set(['sms', 'whatsapp', 'chat', 'email'])
export type PartyPhrase = {
  first: { name: string; side: Side } | null
  verb: string
  others: { name: string; side: Side }[]
}

/** Who took part, in the order of a sentence: our side first ("Priya Shah called …", "Priya Shah from …"). */
export function partyPhrase(recording: PartiesOf): PartyPhrase {
  const parties = recording.parties.map((party) => ({
    name: partyName(party),
    side: sideOfParty(recording, party),
    role: party.role,
  }))
  const from = parties.find((party) => party.role === 'from')
  const inbound = recording.direction === 'inbound'
  const firm = inbound ? parties.find((party) => party.role === 'to') : from
  const first = firm ?? from ?? parties[0] ?? null
  const others = parties.filter((party) => party !== first)
  const written = WRITTEN.has(recording.kind ?? '')
  const together = from === undefined || parties.filter((party) => party.role === 'to').length === 0
  const verb = together ? 'with' : inbound ? 'from' : written ? 'wrote to' : 'called'
  return { first, verb, others }
}

/** The phrase as plain text, for copies and names. */
export function partyText(recording: PartiesOf): string {
  const { first, verb, others } = partyPhrase(recording)
  if (first === null) return 'nobody named'
  if (others.length === 0) return first.name
  return `${first.name} ${verb} ${others.map((party) => party.name).join(', ')}`
}

const COLOURS: Record<Side, string> = { internal: 'text-internal', external: 'text-external' }

/** The phrase in party colours. */
export function Parties({ recording }: { recording: PartiesOf }) {
  const { first, verb, others } = partyPhrase(recording)
  if (first === null) return <span className="text-muted">—</span>
  return (
    <span className="truncate" title={partyText(recording)}>
      {anyMasked(recording.parties) && (
        <>
          <MaskSign />{' '}
        </>
      )}
      <span className={COLOURS[first.side]}>{first.name}</span>
      {others.length > 0 && <span className="text-muted"> {verb} </span>}
      {others.map((party, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parties have no identity of their own and never move
        <span key={at} className={clsx(COLOURS[party.side])}>
          {at > 0 && <span className="text-muted">, </span>}
          {party.name}
        </span>
      ))}
    </span>
  )
}
