/** What a person can do with a row. Places count from 0. */
export type RowCommands = {
  activate: (index: number) => void
  open: (index: number) => void
  /** Null where Space belongs to something else (it plays while the preview is open). */
  preview: ((index: number) => void) | null
  /** `range`: from the last row selected to this one. */
  check: (index: number, range: boolean) => void
  press: (index: number) => void
}

type Press = {
  key: string
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}
type Place = { activeIndex: number | null; count: number; page: number; first: number }

/** Does what a key means in a table; false when it means nothing here. `page` is how many rows a page moves. */
export function tableKey(press: Press, place: Place, commands: RowCommands): boolean {
  if (press.ctrlKey || press.metaKey || press.altKey || place.count === 0) return false
  const target = moved(press.key, place)
  if (target !== null) {
    commands.activate(target)
    return true
  }
  const { activeIndex } = place
  if (activeIndex === null) return false
  if (press.key === 'Enter') commands.open(activeIndex)
  else if (press.key === ' ' && commands.preview !== null) commands.preview(activeIndex)
  else if (press.key.toLowerCase() === 'x') commands.check(activeIndex, press.shiftKey)
  else return false
  return true
}

function moved(key: string, { activeIndex, count, page, first }: Place): number | null {
  const at = activeIndex ?? first - 1
  const bound = (index: number) => Math.min(count - 1, Math.max(0, index))
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return bound(at + 1)
    case 'k':
    case 'ArrowUp':
      return bound(at - 1)
    case 'PageDown':
      return bound(at + page)
    case 'PageUp':
      return bound(at - page)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
