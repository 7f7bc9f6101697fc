'use client'

import { useEffect } from 'react'
import { useHotkeys } from 'react-hotkeys-hook'
import { isMac, isSingleCharacter, matchesChord, parseChord } from './chord'
import { usePreferences } from './preferences'
import { registerShortcut } from './shortcut-registry'

type ShortcutOptions = {
  /** False: neither works nor stands in the key map. */
  enabled?: boolean
  /** The heading in the key map. */
  group?: string
  /** Works while a slider has the focus, too: for keys the slider itself has no use for. */
  onSliders?: boolean
  /** Works while typing in a field, too: for chords with Ctrl or ⌘. */
  inFields?: boolean
  /** Works inside dialogs and menus, too. */
  inOverlays?: boolean
}

const PRESSABLE =
  'button, a[href], summary, [role="button"], [role="tab"], [role="checkbox"], [role="switch"]'
const OVERLAY = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'

/**
 * A key or chord (any of several) that does one thing while the component is on screen. It stands in the key
 * map, obeys the single-key switch, and leaves alone what the focused element uses the key for itself: typing
 * in a field, Space or Enter on a button, anything inside an open dialog.
 */
export function useShortcut(
  keys: string | readonly string[],
  description: string,
  handler: (event: KeyboardEvent) => void,
  options: ShortcutOptions = {},
): void {
  const { enabled = true, group = 'This page', onSliders, inFields, inOverlays } = options
  const { shortcuts } = usePreferences()
  const list = typeof keys === 'string' ? [keys] : keys
  const joined = list.join(' ')

  useEffect(() => {
    if (!enabled) return
    return registerShortcut({ keys: joined.split(' '), description, group })
  }, [joined, description, group, enabled])

  useHotkeys('*', handler, {
    enabled,
    preventDefault: true,
    ...(onSliders && { enableOnFormTags: ['slider'] }),
    ...(inFields && { enableOnFormTags: true, enableOnContentEditable: true }),
    // The library's own matching is by key position; ours is by what the key prints (see chord.ts).
    ignoreEventWhen: (event) => {
      if (event.defaultPrevented || event.isComposing) return true
      const chord = list
        .map(parseChord)
        .find((candidate) => matchesChord(candidate, event, isMac()))
      if (chord === undefined) return true
      if (isSingleCharacter(chord) && !shortcuts) return true
      if (!(event.target instanceof Element)) return false
      if ((chord.key === ' ' || chord.key === 'Enter') && event.target.closest(PRESSABLE))
        return true
      return !inOverlays && event.target.closest(OVERLAY) !== null
    },
  })
}
