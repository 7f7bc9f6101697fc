/**
 * What a screen reader says of the playhead: `2 minutes 14 of 41 minutes, Dana speaking`. `spoken` puts a
 * duration in milliseconds into words.
 */
export function spokenPosition(
  position: { atMs: number; durationMs: number; speakers: readonly string[] },
  spoken: (ms: number) => string,
): string {
  const { atMs, durationMs, speakers } = position
  const time = `${spoken(atMs)} of ${spoken(durationMs)}`
  if (speakers.length === 0) return time
  const last = speakers.at(-1)
  const names =
    speakers.length === 1 ? last : `${speakers.slice(0, -1).join(', ')} and ${last} both`
  return `${time}, ${names} speaking`
}
