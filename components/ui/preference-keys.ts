/** Where this browser keeps the reader's own settings. */
export const PREFERENCE_KEYS = {
  zone: 'focus-console.zone',
  theme: 'focus-console.theme',
  shortcuts: 'focus-console.shortcuts',
  rail: 'focus-console.rail',
} as const

/**
 * Runs before the first paint, so that nobody sees the other theme flash by or the rail jump. Kept as text because it
 * stands inline in the page, under the nonce of its content security policy.
 */
export const FIRST_PAINT_SCRIPT = `(() => {
  const root = document.documentElement
  const read = (key) => { try { return localStorage.getItem(key) } catch { return null } }
  const choice = read('${PREFERENCE_KEYS.theme}')
  const dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.dataset.theme = dark ? 'dark' : 'light'
  const rail = read('${PREFERENCE_KEYS.rail}')
  if (rail === 'wide' || rail === 'narrow') root.dataset.rail = rail
})()`
