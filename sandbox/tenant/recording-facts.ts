import { FIXTURE_CALLS } from '../media/media'
import { type CallSpec, TOPICS } from '../speech/conversation'
import { type Draw, PURPOSE } from './draw'
import type { Endpoint, EndpointType, Firm, Person } from './firm'
import { NAMED_RECORDINGS, type NamedRecording } from './named-recordings'

export type Format =
  | 'wav-pcm'
  | 'wav-mulaw'
  | 'wav-alaw'
  | 'mp3'
  | 'opus'
  | 'wav-gsm'
  | 'm4a'
  | 'mp4'
export type Direction = 'inbound' | 'outbound' | 'internal'

/** Every twenty recordings hold these, shuffled: variety wherever one looks. */
const KINDS_OF_TWENTY = [
  ...Array.from({ length: 8 }, () => 'phone'),
  ...Array.from({ length: 4 }, () => 'contact-centre'),
  ...Array.from({ length: 3 }, () => 'teams'),
  'sms',
  'sms',
  'whatsapp',
  'chat',
  'email',
]
const COPRIME_TO_TWENTY = [1, 3, 7, 9, 11, 13, 17, 19]
const IN_TURN: readonly Format[] = ['wav-pcm', 'wav-mulaw', 'wav-alaw', 'mp3', 'opus']
const SPOKEN = new Set(['phone', 'contact-centre', 'teams'])
const CALLERS = ['Jo Soto', 'Alan Reid', 'Mary Finch', 'Karim Haddad', 'Sue Tully', 'Ben Ostrow']

/** Computes once for the same index asked again; a scan asks one row for several facts in a row. */
function rememberLast<T>(compute: (index: number) => T): (index: number) => T {
  let last = -1
  let value: T | undefined
  return (index) => {
    if (index !== last) {
      value = compute(index)
      last = index
    }
    return value as T // computed just now, or when `last` was set
  }
}

/** What is true of a recording, each fact on its own and from its index alone, so that a scan pays for what it asks. */
export type RecordingFacts = ReturnType<typeof makeRecordingFacts>

export function makeRecordingFacts(seed: number, draw: Draw, firm: Firm) {
  const advisers = firm.subscribers.filter((person) => person.department === 'Contact Centre')
  const firstDozen = firm.subscribers.slice(0, 12)
  const regulars = firm.contacts.slice(0, 6)
  const namedAt = (index: number): NamedRecording | undefined => NAMED_RECORDINGS[index]

  const kindOf = rememberLast((index): string => {
    const named = namedAt(index)?.kind
    if (named) return named
    const block = Math.floor(index / 20)
    const step = COPRIME_TO_TWENTY[draw.below(block, PURPOSE.kind, 8)] ?? 1
    const place = (index % 20) * step + draw.below(block, PURPOSE.extras, 20)
    return KINDS_OF_TWENTY[place % 20] ?? 'phone'
  })
  const isSpoken = (index: number) => {
    const named = namedAt(index)
    return named?.format !== undefined || SPOKEN.has(kindOf(index))
  }

  const formatOf = rememberLast((index): Format | null => {
    const named = namedAt(index)
    if (named) return named.format ?? null
    const kind = kindOf(index)
    if (!SPOKEN.has(kind)) return null
    const lot = draw.below(index, PURPOSE.format, 60)
    if (kind === 'teams') return lot < 20 ? 'mp4' : lot < 23 ? 'm4a' : inTurn(index)
    return lot === 0 ? 'wav-gsm' : lot === 1 ? 'm4a' : inTurn(index)
  })
  const inTurn = (index: number) => IN_TURN[index % IN_TURN.length] ?? 'wav-pcm'

  /** The call a committed file holds, for the formats that come from one. */
  const fixtureOf = (index: number): CallSpec | null => {
    const format = formatOf(index)
    return format === 'wav-gsm' || format === 'm4a' || format === 'mp4'
      ? FIXTURE_CALLS[format]
      : null
  }

  const directionOf = rememberLast((index): Direction => {
    const named = namedAt(index)?.direction
    if (named) return named
    const kind = kindOf(index)
    const lot = draw.below(index, PURPOSE.direction, 100)
    if (kind === 'contact-centre') return lot < 88 ? 'inbound' : 'outbound'
    if (fixtureOf(index)) return lot < 50 ? 'inbound' : 'outbound'
    if (kind === 'teams' || kind === 'chat')
      return lot < 40 ? 'internal' : lot < 70 ? 'outbound' : 'inbound'
    if (kind === 'phone') return lot < 50 ? 'outbound' : lot < 92 ? 'inbound' : 'internal'
    return lot < 50 ? 'inbound' : 'outbound'
  })

  const subscriberAt = (list: readonly Person[], lot: number): Person => {
    const person = list[lot % list.length] ?? firm.subscribers[0]
    if (!person) throw new Error('The firm has no subscribers')
    return person
  }
  /** The firm's own person. The first dozen make half of all calls. */
  const internalOf = rememberLast((index): Person => {
    const wanted = namedAt(index)?.internal ?? fixtureOf(index)?.agentName
    const known = wanted ? firm.personByName.get(wanted) : undefined
    if (known?.type === 'subscriber') return known
    const lot = draw.integer(index, PURPOSE.person)
    if (kindOf(index) === 'contact-centre') return subscriberAt(advisers, lot)
    return subscriberAt(lot % 2 === 0 ? firstDozen : firm.subscribers, Math.floor(lot / 2))
  })

  const endpointTypesOf = (kind: string): readonly [EndpointType, EndpointType] => {
    if (kind === 'contact-centre') return ['sip', 'phone']
    if (kind === 'teams') return ['teams', 'email']
    if (kind === 'chat') return ['teams', 'email']
    if (kind === 'email') return ['email', 'email']
    return ['phone', 'phone']
  }
  const endpointOf = (person: Person, type: EndpointType): Endpoint => {
    const endpoint = person.endpoints[type] ?? person.endpoints.phone
    if (!endpoint) throw new Error(`No endpoint for ${person.displayName}`)
    return endpoint
  }
  const internalEndpointOf = (index: number): Endpoint =>
    endpointOf(internalOf(index), endpointTypesOf(kindOf(index))[0])

  /** The other party's endpoint: a colleague's, a contact's, or one that nobody has named. */
  const otherEndpointOf = rememberLast((index): Endpoint => {
    const types = endpointTypesOf(kindOf(index))
    const wanted = namedAt(index)?.other
    const listed = wanted ? firm.endpointsByValue.get(wanted)?.[0] : undefined
    if (listed) return listed
    const lot = draw.integer(index, PURPOSE.other)
    if (directionOf(index) === 'internal') {
      const own = internalOf(index)
      const colleague = subscriberAt(firm.subscribers, lot)
      const other = colleague === own ? subscriberAt(firm.subscribers, lot + 1) : colleague
      return endpointOf(other, types[0])
    }
    const customer = fixtureOf(index)?.customerName
    const known = customer ? firm.personByName.get(customer) : undefined
    if (known) return endpointOf(known, types[1])
    const choice = draw.below(index, PURPOSE.otherChoice, 100)
    const bare = types[1] === 'email' ? firm.unassigned.email : firm.unassigned.phone
    const first = choice < 10 ? bare[0] : choice < 34 ? bare[lot % bare.length] : undefined
    if (first) return first
    return endpointOf(subscriberAt(choice < 60 ? regulars : firm.contacts, lot), types[1])
  })

  /** Colleagues who sat in on a meeting besides the two who speak. */
  const furtherEndpointsOf = (index: number): Endpoint[] => {
    if (kindOf(index) !== 'teams') return []
    const count = draw.below(index, PURPOSE.participants, 4)
    const present = new Set([internalOf(index), otherEndpointOf(index).person])
    const further: Endpoint[] = []
    for (let at = 0; at < count; at++) {
      const lot = draw.integer(index, PURPOSE.participants + 100 + at)
      const person = subscriberAt(firm.subscribers, lot)
      if (present.has(person)) continue
      present.add(person)
      further.push(endpointOf(person, 'teams'))
    }
    return further
  }

  const durationSecondsOf = (index: number): number | null => {
    const fixture = fixtureOf(index)
    if (fixture) return Math.round(fixture.durationMs / 1000)
    const named = namedAt(index)?.durationSeconds
    if (named) return named
    const kind = kindOf(index)
    if (!SPOKEN.has(kind)) return null
    const lot = draw.below(index, PURPOSE.duration, 1000)
    const within = draw.unit(index, PURPOSE.durationWithin)
    const between = (low: number, high: number) => Math.round(low + within ** 1.3 * (high - low))
    if (kind === 'contact-centre' && lot >= 992) return between(3600, 10_800)
    if (lot < (kind === 'teams' ? 20 : 90)) return between(20, 60)
    if (kind === 'teams') return lot < 880 ? between(600, 2400) : between(2400, 3900)
    if (lot < 880) return between(60, 1000)
    return lot < 985 ? between(1000, 2700) : between(2700, 3900)
  }

  /** The place of its topic in `TOPICS`. */
  const topicOf = (index: number): number => {
    const fixture = fixtureOf(index)
    if (fixture) return fixture.topic
    return draw.below(index, PURPOSE.topic, TOPICS.length)
  }

  const retentionGroupOf = (index: number): number => {
    const named = namedAt(index)?.retentionGroupId
    if (named) return named
    if (kindOf(index) === 'contact-centre') return 43
    if (index >= NAMED_RECORDINGS.length && draw.below(index, PURPOSE.retention, 40) === 0)
      return 44
    return internalOf(index).retentionGroupId ?? 41
  }
  const legalHoldOf = (index: number) =>
    namedAt(index)?.legalHold ??
    (index >= NAMED_RECORDINGS.length && draw.below(index, PURPOSE.hold, 30) === 0)

  const hasMediaOf = (index: number) =>
    isSpoken(index) &&
    (namedAt(index)?.hasMedia ??
      (index < NAMED_RECORDINGS.length || draw.below(index, PURPOSE.media, 40) !== 0))
  const hasTranscriptionOf = (index: number) =>
    isSpoken(index) &&
    (namedAt(index)?.hasTranscription ??
      (hasMediaOf(index) && draw.below(index, PURPOSE.transcript, 100) < 88))

  const commentCountOf = (index: number) => {
    const named = namedAt(index)?.commentCount
    if (named !== undefined) return named
    const lot = draw.below(index, PURPOSE.comments, 100)
    return lot < 72 ? 0 : lot < 86 ? 1 : lot < 94 ? 2 : lot < 98 ? 3 : 5
  }

  /** What the caller is called in the conversation, where the directory has no name. */
  const callerNameOf = (index: number): string =>
    otherEndpointOf(index).person?.displayName ??
    CALLERS[draw.below(index, PURPOSE.caller, CALLERS.length)] ??
    'Jo Soto'

  /** What the speech room needs to say the call; null where nothing was spoken. */
  const callSpecOf = (index: number): (CallSpec & { format: Format }) | null => {
    const format = formatOf(index)
    const seconds = durationSecondsOf(index)
    if (format === null || seconds === null) return null
    const fixture = fixtureOf(index)
    if (fixture) return { ...fixture, format }
    return {
      seed,
      index,
      topic: topicOf(index),
      durationMs: seconds * 1000,
      agentName: internalOf(index).displayName,
      customerName: callerNameOf(index),
      format,
    }
  }

  return {
    namedAt,
    kindOf,
    isSpoken,
    formatOf,
    directionOf,
    internalOf,
    internalEndpointOf,
    otherEndpointOf,
    furtherEndpointsOf,
    durationSecondsOf,
    topicOf,
    retentionGroupOf,
    legalHoldOf,
    hasMediaOf,
    hasTranscriptionOf,
    commentCountOf,
    callSpecOf,
  }
}
