import type { FocusAccess } from '@/lib/contract/access-event'
import type { Cause } from './causes'
import { canBeRowOf, isKnownWord } from './focus-actions'

/** How far the clocks of Focus and of this console may be apart. */
export const CLOCK_SKEW_MS = 5_000

/** A row with a time: without one nothing can be said of it. */
export type DatedAccess = FocusAccess & { timeUtc: string }

type Node = { row: DatedAccess; atMs: number; near: { cause: number; costMs: number }[] }

/**
 * Which cause each row is the trace of: one at most, none for two rows, same recording, a word that fits, and no
 * further away than the clocks may be. As many rows as can be are explained; among the ways to do that the nearer in
 * time goes first, and what happened later has the later row. Causes an outcome tells go before those only supposed.
 */
export function matchRows(
  rows: readonly DatedAccess[],
  causes: readonly Cause[],
): Map<DatedAccess, Cause> {
  const matched = new Map<DatedAccess, Cause>()
  const spent = new Set<number>()
  const passes = [
    { known: true, told: true },
    { known: true, told: false },
    { known: false, told: true },
    { known: false, told: false },
  ]
  // The same cause stands several times where its call was repeated: told apart by its place.
  const places = causes.toSorted(byStart).map((cause, place) => ({ cause, place }))
  const inTime = rows.toSorted(byTime)
  for (const { known, told } of passes) {
    const left = inTime.filter((row) => !matched.has(row) && isKnownWord(row.action) === known)
    const free = places.filter(({ cause, place }) => cause.told === told && !spent.has(place))
    const found = assign(
      left,
      free.map(({ cause }) => cause),
    )
    for (const [row, at] of found) {
      const taken = free[at]
      if (taken === undefined) continue
      matched.set(row, taken.cause)
      spent.add(taken.place)
    }
  }
  return matched
}

const byStart = (a: Cause, b: Cause) =>
  a.startMs - b.startMs ||
  a.sequence - b.sequence ||
  a.recordingId - b.recordingId ||
  a.call.localeCompare(b.call, 'en')

const byTime = (a: DatedAccess, b: DatedAccess) =>
  Date.parse(a.timeUtc) - Date.parse(b.timeUtc) || a.id - b.id

/**
 * How far a row is outside a cause's time, and by a millionth how far from its start; null when too far. A time of whole
 * seconds is taken for one whose milliseconds were cut off.
 */
function costMs(atMs: number, { startMs, endMs }: Cause): number | null {
  const lastMs = atMs % 1000 === 0 ? atMs + 999 : atMs
  const outside = Math.max(startMs - lastMs, atMs - endMs, 0)
  return outside > CLOCK_SKEW_MS ? null : outside + Math.abs(atMs - startMs) / 1e6
}

function assign(rows: readonly DatedAccess[], causes: readonly Cause[]): Map<DatedAccess, number> {
  const nodes = rows.map((row): Node => {
    const atMs = Date.parse(row.timeUtc)
    const near = causes.flatMap((cause, at) => {
      const fits = cause.recordingId === row.recordingId && canBeRowOf(cause.call, row.action)
      const cost = fits ? costMs(atMs, cause) : null
      return cost === null ? [] : [{ cause: at, costMs: cost }]
    })
    return { row, atMs, near: near.sort((a, b) => a.costMs - b.costMs || a.cause - b.cause) }
  })
  const nodeOf = new Map<number, Node>()
  const causeOf = new Map<Node, number>()
  const join = (node: Node, cause: number) => {
    nodeOf.set(cause, node)
    causeOf.set(node, cause)
  }

  const pairs = nodes.flatMap((node) => node.near.map((link) => ({ node, ...link })))
  for (const { node, cause } of pairs.sort((a, b) => a.costMs - b.costMs))
    if (!nodeOf.has(cause) && !causeOf.has(node)) join(node, cause)

  /** Finds the row a place, where need be by moving others to places that are theirs as well (Kuhn). */
  const settle = (node: Node, tried: Set<number>): boolean => {
    for (const { cause } of node.near) {
      if (tried.has(cause)) continue
      tried.add(cause)
      const holder = nodeOf.get(cause)
      if (holder !== undefined && !settle(holder, tried)) continue
      join(node, cause)
      return true
    }
    return false
  }
  for (const node of nodes) if (!causeOf.has(node)) settle(node, new Set())

  uncross(
    nodes.filter((node) => causeOf.has(node)),
    causeOf,
    causes,
  )
  return new Map([...causeOf].map(([node, cause]) => [node.row, cause]))
}

/** Two neighbours in time whose causes stand the other way round change them, where both may: clocks do not jump. */
function uncross(nodes: Node[], causeOf: Map<Node, number>, causes: readonly Cause[]): void {
  const inTime = nodes.sort((a, b) => byTime(a.row, b.row))
  const startOf = (node: Node) => causes[causeOf.get(node) ?? -1]?.startMs ?? 0
  for (let at = 1; at < inTime.length; at += 1) {
    for (let place = at; place > 0; place -= 1) {
      const earlier = inTime[place - 1]
      const later = inTime[place]
      if (earlier === undefined || later === undefined || startOf(earlier) <= startOf(later)) break
      const [ofEarlier, ofLater] = [causeOf.get(earlier) ?? -1, causeOf.get(later) ?? -1]
      const may = (node: Node, cause: number) => node.near.some((link) => link.cause === cause)
      if (!may(earlier, ofLater) || !may(later, ofEarlier)) break
      causeOf.set(earlier, ofLater)
      causeOf.set(later, ofEarlier)
    }
  }
}
