import { type Side, sideOfParty } from '@/lib/contract/party-side'
import type { Party, Recording } from '@/lib/contract/recording'
import { formatPhone } from '@/lib/format/phone'

export type Piece = { text: string; side: Side | null }

type Conversation = Pick<Recording, 'kind' | 'direction' | 'parties'>

const VERBS: Record<string, string> = {
  sms: 'texted',
  whatsapp: 'messaged',
  chat: 'messaged',
  email: 'wrote to',
}
/** More than these are counted instead of named. */
const MOST_NAMED = 3

/** A party in words: the person, else the endpoint. */
export function partyName(party: Party): string {
  if (party.personName !== null && party.personName !== '') return party.personName
  return party.value === null || party.value === '' ? 'Unknown' : formatPhone(party.value)
}

/** Who spoke with whom, as a sentence in pieces: "Priya Shah called +44 7897 897897", "Dana Whitfield, Ewan Price and 2 others". */
export function conversationPieces(recording: Conversation): Piece[] {
  const { kind, parties } = recording
  const piece = (party: Party): Piece => ({
    text: partyName(party),
    side: sideOfParty(recording, party),
  })
  const from = parties.find((party) => party.role === 'from')
  const to = parties.filter((party) => party.role === 'to')
  if (from !== undefined && to.length > 0) {
    const verb = Object.hasOwn(VERBS, kind ?? '') ? VERBS[kind ?? ''] : 'called'
    const rest = parties.length - 1 - to.length
    return [piece(from), { text: ` ${verb} `, side: null }, ...listed(to.map(piece), rest)]
  }
  return parties.length === 0
    ? [{ text: 'Nobody named', side: null }]
    : listed(parties.map(piece), 0)
}

function listed(pieces: Piece[], more: number): Piece[] {
  const named = pieces.slice(0, MOST_NAMED)
  const others = pieces.length - named.length + more
  const result: Piece[] = []
  named.forEach((piece, index) => {
    const last = index === named.length - 1 && others === 0
    if (index > 0) result.push({ text: last ? ' and ' : ', ', side: null })
    result.push(piece)
  })
  if (others > 0)
    result.push({ text: ` and ${others} other${others === 1 ? '' : 's'}`, side: null })
  return result
}

/** The same as one text, for a title. */
export function conversationText(recording: Conversation): string {
  return conversationPieces(recording)
    .map((piece) => piece.text)
    .join('')
}
