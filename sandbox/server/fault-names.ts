/** Every fault the sandbox can commit. The README says what each does. */
export const FAULTS = [
  'slow',
  '429',
  '429-date',
  '429-bare',
  '500-html',
  '503',
  '503-recovers',
  '401-once',
  '403',
  'not-json',
  'cut-json',
  'unreadable-row',
  'unreadable-parts',
  'audio-cut',
  'audio-no-length',
  'audio-no-range',
  'audio-slow',
  'audio-stalls',
  'audio-404',
] as const
export type Fault = (typeof FAULTS)[number]

export function isFault(name: string): name is Fault {
  return FAULTS.some((fault) => fault === name)
}
