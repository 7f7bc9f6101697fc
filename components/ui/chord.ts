/** One key with its modifiers, as `useShortcut` and `Kbd` take it: `j`, `shift+ArrowRight`, `mod+k`, `Space`, `?`. */
export type Chord = {
  /** As `KeyboardEvent.key` gives it, letters in lower case. */
  key: string
  shift: boolean
  alt: boolean
  ctrl: boolean
  meta: boolean
  /** ⌘ on a Mac, Ctrl elsewhere. */
  mod: boolean
}

const NAMES: Record<string, string> = {
  space: ' ',
  esc: 'Escape',
  escape: 'Escape',
  enter: 'Enter',
  tab: 'Tab',
  home: 'Home',
  end: 'End',
  pageup: 'PageUp',
  pagedown: 'PageDown',
  delete: 'Delete',
  backspace: 'Backspace',
  left: 'ArrowLeft',
  arrowleft: 'ArrowLeft',
  right: 'ArrowRight',
  arrowright: 'ArrowRight',
  up: 'ArrowUp',
  arrowup: 'ArrowUp',
  down: 'ArrowDown',
  arrowdown: 'ArrowDown',
}

const MODIFIERS = ['shift', 'alt', 'ctrl', 'meta', 'mod'] as const

/** Reads a chord. A `+` alone, or after another `+`, is the plus key itself. */
export function parseChord(text: string): Chord {
  const plus = text === '+' || text.endsWith('++')
  const parts = (plus ? text.slice(0, -1) : text).split('+').filter((part) => part !== '')
  const named = plus ? '+' : (parts.pop() ?? '')
  const held = new Set(parts.map((part) => part.toLowerCase()))
  const key = NAMES[named.toLowerCase()] ?? (named.length === 1 ? named.toLowerCase() : named)
  const has = (name: (typeof MODIFIERS)[number]) => held.has(name)
  return {
    key,
    shift: has('shift'),
    alt: has('alt'),
    ctrl: has('ctrl'),
    meta: has('meta'),
    mod: has('mod'),
  }
}

/** Whether it is one character with no Ctrl, Alt or ⌘: what WCAG 2.1.4 asks to be able to turn off. */
export function isSingleCharacter(chord: Chord): boolean {
  const held = chord.alt || chord.ctrl || chord.meta || chord.mod
  return !held && chord.key.length === 1 && chord.key !== ' '
}

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey' | 'getModifierState'
>

/**
 * Whether a key press is the chord. Letters are matched by what they print, or by their place where the layout
 * prints no Latin letter; punctuation and digits by what they print, however the layout reaches them.
 */
export function matchesChord(chord: Chord, event: Pressed, mac: boolean): boolean {
  const wantsCtrl = chord.ctrl || (chord.mod && !mac)
  const wantsMeta = chord.meta || (chord.mod && mac)
  const printed = event.key.toLowerCase()
  const isLetter = /^[a-z]$/.test(chord.key)
  const isCharacter = chord.key.length === 1 && chord.key !== ' '
  // AltGr reports itself as Ctrl and Alt; the character it prints is what counts.
  const altGraph = isCharacter && !isLetter && event.getModifierState('AltGraph')
  if (!altGraph && (event.ctrlKey !== wantsCtrl || event.altKey !== chord.alt)) return false
  if (event.metaKey !== wantsMeta) return false
  if (isCharacter && !isLetter) return event.key === chord.key
  if (event.shiftKey !== chord.shift) return false
  if (!isLetter) return event.key === chord.key
  if (/^[a-z]$/.test(printed)) return printed === chord.key
  return event.code === `Key${chord.key.toUpperCase()}`
}

const CAPS: Record<string, string> = {
  ' ': 'Space',
  Escape: 'Esc',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
}

export function isMac(): boolean {
  return typeof navigator !== 'undefined' && /mac/i.test(navigator.userAgent)
}

/** What stands on the keys of a chord, in the order they are held. */
export function keyCaps(text: string, mac: boolean = isMac()): string[] {
  const chord = parseChord(text)
  const caps: string[] = []
  if (chord.ctrl || (chord.mod && !mac)) caps.push('Ctrl')
  if (chord.meta || (chord.mod && mac)) caps.push('⌘')
  if (chord.alt) caps.push('Alt')
  if (chord.shift) caps.push('Shift')
  const single = chord.key.length === 1 && caps.length > 0 ? chord.key.toUpperCase() : chord.key
  caps.push(CAPS[chord.key] ?? single)
  return caps
}
