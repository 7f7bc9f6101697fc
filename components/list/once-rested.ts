/**
 * Runs `act` after `restMs` in which it was not called off, and not before two more frames were drawn: on a busy machine
 * a frame takes longer than the rest, and a scrollbar that is still being dragged tells so in the next one only. What it
 * returns calls it off.
 */
export function onceRested(restMs: number, act: () => void): () => void {
  let frame = 0
  const timer = setTimeout(() => {
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(act)
    })
  }, restMs)
  return () => {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
  }
}
