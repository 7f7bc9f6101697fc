import { type Draw, PURPOSE } from './draw'
import { instantOf } from './recording-row'
import type { Timeline } from './timeline'

export type AuditEntry = {
  auditId: number
  datetimeUTC: string
  username: string
  userId: number
  action: string
  ipAddress?: string
  detail?: string
}

const ACTIONS = ['view', 'play', 'view', 'play', 'download', 'comment', 'tag', 'export']
const READERS = [
  ['hannah.lindqvist@hallam-pryce.example', 7005],
  ['ingrid.halvorsen@hallam-pryce.example', 7011],
  ['marcus.bell@hallam-pryce.example', 7007],
  ['owen.clarke@hallam-pryce.example', 7102],
] as const
const MOST_APPENDED = 20_000

/** Who looked at what: a past drawn from the index, and what the service user has done since the start. */
export function makeAccessAudit(timeline: Timeline, draw: Draw, nowMs: number) {
  const appended: { index: number; entry: AuditEntry }[] = []
  let lastId = 90_000_000

  const past = (index: number): AuditEntry[] => {
    const startMs = timeline.startOf(index)
    return Array.from({ length: draw.below(index, PURPOSE.audit, 7) }, (_, at) => {
      const lot = draw.integer(index, PURPOSE.audit + 100 + at)
      const reader = READERS[lot % READERS.length] ?? READERS[0]
      const action = ACTIONS[Math.floor(lot / 7) % ACTIONS.length] ?? 'view'
      return {
        auditId: 6_000_000 + index * 8 + at,
        datetimeUTC: instantOf(Math.min(nowMs, startMs + 5_400_000 * (at + 1) + (lot % 5_000_000))),
        username: reader[0],
        userId: reader[1],
        action,
        ipAddress: `10.20.${lot % 8}.${(lot >>> 8) % 250}`,
        ...(action === 'download' && { detail: 'Original media' }),
      }
    })
  }

  return {
    /** Oldest first. */
    of(index: number): AuditEntry[] {
      const since = appended.filter((item) => item.index === index).map((item) => item.entry)
      return [...past(index), ...since]
    },
    append(index: number, action: string, username: string, atMs: number, detail?: string) {
      lastId += 1
      const entry = {
        auditId: lastId,
        datetimeUTC: instantOf(atMs),
        username,
        userId: 7103,
        action,
      }
      appended.push({ index, entry: detail === undefined ? entry : { ...entry, detail } })
      if (appended.length > MOST_APPENDED) appended.splice(0, MOST_APPENDED / 2)
    },
  }
}
export type AccessAudit = ReturnType<typeof makeAccessAudit>
