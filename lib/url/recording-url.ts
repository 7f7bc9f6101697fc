import { PAGES } from './pages'

/** What a link to one recording may point at besides the recording. Milliseconds from the start of the media. */
export type RecordingPlace = {
  atMs?: number
  /** The end of a range that begins at `atMs`. */
  toMs?: number
  /** What to find in the transcript. */
  q?: string
}

/** The page of one recording, at a second (`?t=72.5`) or a range (`?t=72.5-80`), milliseconds kept. */
export function recordingHref(id: number, place: RecordingPlace = {}): string {
  const text = formatRecordingPlace(place).toString()
  return text === '' ? `${PAGES.recordings}/${id}` : `${PAGES.recordings}/${id}?${text}`
}

/** The inverse of `parseRecordingPlace`. */
export function formatRecordingPlace(place: RecordingPlace): URLSearchParams {
  const params = new URLSearchParams()
  if (place.atMs !== undefined) {
    const to = place.toMs === undefined ? '' : `-${place.toMs / 1000}`
    params.set('t', `${place.atMs / 1000}${to}`)
  }
  if (place.q !== undefined && place.q !== '') params.set('q', place.q)
  return params
}

/** Reads what `formatRecordingPlace` writes. Junk is left out; a range that ends before it begins keeps its beginning. */
export function parseRecordingPlace(params: Pick<URLSearchParams, 'get'>): RecordingPlace {
  const place: RecordingPlace = {}
  const match = /^(\d{1,6}(?:\.\d{1,3})?)(?:-(\d{1,6}(?:\.\d{1,3})?))?$/.exec(params.get('t') ?? '')
  if (match?.[1] !== undefined) {
    place.atMs = Math.round(Number(match[1]) * 1000)
    const toMs = match[2] === undefined ? undefined : Math.round(Number(match[2]) * 1000)
    if (toMs !== undefined && toMs > place.atMs) place.toMs = toMs
  }
  const q = params.get('q')
  if (q !== null && q !== '') place.q = q
  return place
}

/** The id in a path segment of digits; null when it is no id. */
export function parseRecordingId(segment: string): number | null {
  if (!/^[1-9]\d{0,15}$/.test(segment)) return null
  const id = Number(segment)
  return Number.isSafeInteger(id) ? id : null
}
