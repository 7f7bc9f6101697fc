import { writeFileSync } from 'node:fs'
import type { Browser } from '@playwright/test'

/** The tasks of the page's own thread, in milliseconds, the longest first. */
export type PageTasks = {
  /** Of the processor: what the page itself did. The same on a machine that is busy with other things. */
  processorMs: number[]
  /** By the clock: with the time in which the processor was somewhere else. */
  clockMs: number[]
}

type TraceEvent = {
  name: string
  pid: number
  tid: number
  dur?: number
  tdur?: number
  args?: { name?: string }
}

/** Which tasks the page's thread runs while something is done, by Chromium's own trace. Workers do not count. */
export async function pageTasks(browser: Browser, act: () => Promise<void>): Promise<PageTasks> {
  await browser.startTracing(undefined, { categories: ['toplevel'] })
  let trace: Buffer
  try {
    await act()
  } finally {
    trace = await browser.stopTracing()
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] } // Chromium's trace format
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const pages = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  )
  const tasks = traceEvents.filter(
    (event) =>
      event.name.endsWith('RunTask') && event.dur !== undefined && pages.has(threadOf(event)),
  )
  const sorted = (of: (task: TraceEvent) => number | undefined) =>
    tasks.map((task) => (of(task) ?? 0) / 1000).sort((a, b) => b - a)
  return { processorMs: sorted(({ tdur }) => tdur), clockMs: sorted(({ dur }) => dur) }
}

/** An HR file of so many people of whom no firm knows any, every one a mismatch. */
export function writeStrangers(path: string, rows: number): void {
  const lines = Array.from(
    { length: rows },
    (_, at) => `ZZ-${at};Zelda${at};Stranger;zelda${at}@elsewhere.example;Sales ${at % 50}\n`,
  )
  writeFileSync(path, `Pers.-Nr.;Vorname;Nachname;Mail;Abteilung\n${lines.join('')}`)
}
