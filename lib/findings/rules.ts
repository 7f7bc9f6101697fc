import type { AccessEvent } from '@/lib/contract/access-event'
import { type CallAccess, type Facts, groupsOf, type Person } from './facts'
import {
  calls,
  caseWords,
  count,
  date,
  didWhat,
  minuteOfDay,
  ofDay,
  possessive,
  recordingsIn,
  time,
  weekday,
  weekdays,
  when,
} from './finding-words'
import { bursts, groupedBy, spells } from './grouping'

/** Something a rule found: what tells it from others of the rule, its sentence, and the events that prove it. */
export type Found = { about: string; sentence: string; detail: string; events: AccessEvent[] }

export type Rule = {
  readonly id: string
  readonly severity: 'high' | 'medium' | 'low'
  readonly thresholds: Readonly<Record<string, number>>
  /** A sentence when it cannot be judged; null when it can. */
  readonly unable?: (facts: Facts) => string | null
  readonly find: (facts: Facts) => Found[]
}

/** Gives the rule its own thresholds by name. */
const rule = <T extends Record<string, number>>(
  made: Omit<Rule, 'find' | 'thresholds'> & {
    thresholds: T
    find: (facts: Facts, thresholds: T) => Found[]
  },
): Rule => ({ ...made, find: (facts) => made.find(facts, made.thresholds) })

const MINUTE_MS = 60_000
const eventsOf = (accesses: readonly CallAccess[]) => accesses.map(({ event }) => event)
const inTime = (accesses: readonly CallAccess[]) =>
  eventsOf([...accesses].sort((a, b) => a.atMs - b.atMs || (a.event.key < b.event.key ? -1 : 1)))
const isPlay = ({ event }: CallAccess) => event.action === 'play'
const byReader = (accesses: readonly CallAccess[]) =>
  groupedBy(accesses, ({ reader }) => reader.key)

/** One finding for each reader and each of the people that a choice among a call's parties gives. */
function perPerson(
  facts: Facts,
  chosen: (access: CallAccess) => readonly Person[],
  least: number,
  tell: (accesses: CallAccess[], person: Person) => Omit<Found, 'about' | 'events'>,
): Found[] {
  const pairs = facts.accesses.flatMap((access) =>
    chosen(access).map((person) => ({ access, person })),
  )
  return groupedBy(
    pairs,
    ({ access, person }) => `${access.reader.key}:${person.personId}`,
  ).flatMap((group) => {
    const [first] = group
    const accesses = group.map(({ access }) => access)
    if (first === undefined || group.length < least) return []
    const about = `${first.access.reader.key}:${first.person.personId}`
    return [{ about, events: eventsOf(accesses), ...tell(accesses, first.person) }]
  })
}

const outsideKey = rule({
  id: 'outside-key',
  severity: 'high',
  thresholds: { accesses: 1, gapMinutes: 10 },
  find({ events, clockAt }, { accesses: least, gapMinutes }) {
    const unexplained = events.filter((event) => event.unexplained)
    const atMs = (event: AccessEvent) => Date.parse(event.timeUtc)
    return spells(unexplained, atMs, gapMinutes * MINUTE_MS).flatMap((spell) => {
      const [first] = spell
      const last = spell.at(-1)
      if (first === undefined || last === undefined || spell.length < least) return []
      const what = spell.length === 1 ? `a ${first.action}` : `${spell.length} accesses`
      const time = when(clockAt(first.timeUtc), clockAt(last.timeUtc))
      return [
        {
          about: '',
          sentence: `Somebody used the key outside this console: Focus shows ${what} ${time} that nobody here made.`,
          detail: `${count(spell.length, 'Focus event')}, no ledger entry that explains ${spell.length === 1 ? 'it' : 'them'}`,
          events: spell,
        },
      ]
    })
  },
})

const manyPlays = rule({
  id: 'many-plays',
  severity: 'high',
  thresholds: { plays: 20, minutes: 60, timesUsual: 2, briefMs: 5_000, sharePercent: 80 },
  find({ accesses }, { plays, minutes, timesUsual, briefMs, sharePercent }) {
    return byReader(accesses.filter(isPlay)).flatMap((own) =>
      bursts(own, ({ atMs }) => atMs, plays, minutes * MINUTE_MS).flatMap((burst) => {
        const [first] = burst
        const last = burst.at(-1)
        if (first === undefined || last === undefined) return []
        const { reader } = first
        const usual = reader.before?.playsPerDay ?? null
        if (usual !== null && burst.length <= usual * timesUsual) return []
        const most = mostOften(burst)
        const share = most === null ? 0 : (most.times / burst.length) * 100
        const whose =
          most !== null && share >= sharePercent
            ? `${burst.length} of ${possessive(most.person.name)} calls`
            : `${burst.length} calls`
        const brief = burst.filter(({ event }) => isBrief(event, briefMs)).length
        const took = Math.max(1, Math.round((last.atMs - first.atMs) / MINUTE_MS))
        const seconds = briefMs === 5_000 ? 'five seconds' : `${briefMs / 1000} seconds`
        const also = brief === 0 ? '' : `, ${brief} of them for under ${seconds}`
        return [
          {
            about: reader.key,
            sentence: `${reader.name} played ${whose} in ${count(took, 'minute')}${also}.`,
            detail: `${count(burst.length, 'play')} · ${usual === null ? 'nothing is known of what is usual' : `usual is ${usualWords(usual)} a day`}`,
            events: eventsOf(burst),
          },
        ]
      }),
    )
  },
})

const downloadWithoutPlay = rule({
  id: 'download-without-play',
  severity: 'medium',
  thresholds: { downloads: 1, heardMs: 1 },
  find({ accesses, clockAt }, { downloads: least, heardMs }) {
    const heard = new Set(
      accesses
        // What Focus alone tells has no listening time: there, a play is a play.
        .filter(
          (one) => isPlay(one) && (one.event.heardMs >= heardMs || one.event.seenIn === 'focus'),
        )
        .map(({ reader, recordingId }) => `${reader.key}:${recordingId}`),
    )
    const downloads = accesses.filter(
      ({ event, reader, recordingId }) =>
        event.action === 'download' && !heard.has(`${reader.key}:${recordingId}`),
    )
    return byReader(downloads).flatMap((own) => {
      const [first] = own
      const last = own.at(-1)
      if (first === undefined || last === undefined || own.length < least) return []
      const them = recordingsIn(own) === 1 ? 'it' : 'them'
      const time = when(clockAt(first.event.timeUtc), clockAt(last.event.timeUtc))
      return [
        {
          about: first.reader.key,
          sentence: `${first.reader.name} downloaded ${calls(recordingsIn(own))} without playing ${them}, ${time}.`,
          detail: `${count(own.length, 'download')} · ${caseWords(own)}`,
          events: eventsOf(own),
        },
      ]
    })
  },
})

const briefAgain = rule({
  id: 'brief-again',
  severity: 'medium',
  thresholds: { plays: 3, underMs: 5_000 },
  find({ accesses, clockAt }, { plays: least, underMs }) {
    const brief = accesses.filter((one) => isPlay(one) && isBrief(one.event, underMs))
    const again = groupedBy(brief, ({ reader, recordingId }) => `${reader.key}:${recordingId}`)
    return byReader(again.filter((plays) => plays.length >= least).flat()).flatMap((own) => {
      const [first] = own
      if (first === undefined) return []
      const which =
        recordingsIn(own) === 1 ? callWords(first, clockAt) : `${recordingsIn(own)} calls`
      const seconds = underMs === 5_000 ? 'five' : underMs / 1000
      return [
        {
          about: first.reader.key,
          sentence: `${first.reader.name} played ${which} again and again, ${own.length} times in all, each for under ${seconds} seconds.`,
          detail: `${recordingsIn(own) === 1 ? partiesWords(first) : ''}${caseWords(own)}`,
          events: inTime(own),
        },
      ]
    })
  },
})

const ownCalls = rule({
  id: 'own-calls',
  severity: 'medium',
  thresholds: { accesses: 1 },
  find(facts, thresholds) {
    const own = ({ reader, parties }: CallAccess) =>
      parties.filter((person) => person === reader.person)
    return perPerson(facts, own, thresholds.accesses, (accesses, person) => ({
      sentence: `${person.name} ${didWhat(accesses)} ${calls(recordingsIn(accesses))} of their own.`,
      detail: `${accessCount(accesses.length)} · ${caseWords(accesses)}`,
    }))
  },
})

const reportingLine = rule({
  id: 'reporting-line',
  severity: 'medium',
  thresholds: { accesses: 1 },
  unable: ({ context }) =>
    context.reportingLinesKnown
      ? null
      : 'Who reports to whom is not known here, so accesses to calls of managers and direct reports were not judged.',
  find(facts, thresholds) {
    const inLine = ({ reader, parties }: CallAccess) =>
      parties.filter(
        (person) =>
          reader.person !== null &&
          person !== reader.person &&
          (person.managerId === reader.person.personId ||
            reader.person.managerId === person.personId),
      )
    return perPerson(facts, inLine, thresholds.accesses, (accesses, person) => {
      const reader = accesses[0]?.reader
      const above = reader?.person?.managerId === person.personId
      return {
        sentence: `${reader?.name} ${didWhat(accesses)} ${calls(recordingsIn(accesses))} of ${person.name}, ${above ? 'their manager' : 'who reports to them'}.`,
        detail: `${accessCount(accesses.length)} · ${caseWords(accesses)}`,
      }
    })
  },
})

const leaver = rule({
  id: 'leaver',
  severity: 'medium',
  thresholds: { accesses: 1 },
  find(facts, thresholds) {
    const left = ({ parties }: CallAccess) =>
      parties.filter((person) => person.active === false && groupsOf(person).length > 0)
    return perPerson(facts, left, thresholds.accesses, (accesses, person) => ({
      sentence: `${accesses[0]?.reader.name} ${didWhat(accesses)} ${calls(recordingsIn(accesses))} of ${person.name}, who has left.`,
      detail: `${accessCount(accesses.length)} · ${caseWords(accesses)}`,
    }))
  },
})

const outsideHours = rule({
  id: 'outside-hours',
  severity: 'low',
  thresholds: { accesses: 1 },
  find({ accesses, clockAt, context }, thresholds) {
    const { days, fromMinute, toMinute, timeZone } = context.workingHours
    const outside = accesses.filter(({ event }) => {
      const clock = clockAt(event.timeUtc)
      const minute = minuteOfDay(clock)
      return !days.includes(weekday(clock)) || minute < fromMinute || minute >= toMinute
    })
    return byReader(outside).flatMap((own) => {
      const [first] = own
      const last = own.at(-1)
      if (first === undefined || last === undefined || own.length < thresholds.accesses) return []
      const time = when(clockAt(first.event.timeUtc), clockAt(last.event.timeUtc))
      return [
        {
          about: first.reader.key,
          sentence: `${first.reader.name} ${didWhat(own)} ${calls(recordingsIn(own))} outside working hours, ${time}.`,
          detail: `${accessCount(own.length)} · working hours are ${weekdays(days)}, ${ofDay(fromMinute)} to ${ofDay(toMinute)}, ${timeZone}`,
          events: eventsOf(own),
        },
      ]
    })
  },
})

const firstOfGroup = rule({
  id: 'first-of-group',
  severity: 'low',
  thresholds: { groupsBefore: 1 },
  find({ accesses }, thresholds) {
    // Whoever accessed nothing before has no habit that this could depart from.
    const settled = accesses.filter(
      ({ reader }) => (reader.before?.groups.length ?? 0) >= thresholds.groupsBefore,
    )
    const pairs = settled.flatMap((access) =>
      [...new Set(access.parties.flatMap(groupsOf))]
        .filter((group) => !access.reader.before?.groups.includes(group))
        .map((group) => ({ access, group })),
    )
    return groupedBy(pairs, ({ access, group }) => `${access.reader.key}:${group}`).flatMap(
      (own) => {
        const [first] = own
        if (first === undefined) return []
        const accessed = own.map(({ access }) => access)
        const { reader } = first.access
        return [
          {
            about: `${reader.key}:${first.group}`,
            sentence: `${reader.name} ${didWhat(accessed)} ${calls(recordingsIn(accessed))} of ${first.group}, a group new to them.`,
            detail: `${accessCount(own.length)} · before: ${reader.before?.groups.slice(0, 5).join(', ')}`,
            events: eventsOf(accessed),
          },
        ]
      },
    )
  },
})

/** Every rule with its threshold, its sentence and its weight. The order is that of findings of one weight. */
export const RULES: readonly Rule[] = [
  outsideKey,
  manyPlays,
  downloadWithoutPlay,
  briefAgain,
  ownCalls,
  reportingLine,
  leaver,
  outsideHours,
  firstOfGroup,
]

const accessCount = (many: number) => (many === 1 ? '1 access' : `${many} accesses`)
const usualWords = (perDay: number) =>
  perDay > 0 && perDay < 1 ? 'less than one' : String(Math.round(perDay))

/** Over, told by this console, and hardly heard. */
function isBrief(event: AccessEvent, underMs: number): boolean {
  const over = event.ended === 'complete' || event.ended === 'aborted'
  return over && event.seenIn !== 'focus' && event.heardMs < underMs
}

/** The firm's person who is in most of these calls, and in how many. */
function mostOften(accesses: readonly CallAccess[]): { person: Person; times: number } | null {
  const times = new Map<Person, number>()
  for (const { parties } of accesses)
    for (const person of parties)
      if (groupsOf(person).length > 0) times.set(person, (times.get(person) ?? 0) + 1)
  const [first] = [...times].sort((a, b) => b[1] - a[1])
  return first === undefined ? null : { person: first[0], times: first[1] }
}

/** By its start, as people know it. */
function callWords({ event, recordingId }: CallAccess, clockAt: Facts['clockAt']): string {
  const start = event.call?.startUtc ?? null
  if (start === null) return `call ${recordingId}`
  return `the call of ${time(clockAt(start))} on ${date(clockAt(start))}`
}

function partiesWords({ event }: CallAccess): string {
  const names = (event.call?.parties ?? []).flatMap(
    ({ personName, value }) => personName ?? value ?? [],
  )
  return names.length === 0 ? '' : `${names.slice(0, 2).join(' with ')} · `
}
