/** Where this browser keeps the reader's own settings. */
export const PREFERENCE_KEYS = {
  zone: 'focus-console.zone',
  theme: 'focus-console.theme',
  shortcuts: 'focus-console.shortcuts',
  rail: 'focus-console.rail',
} as const

/**
 * Runs before the first paint, so that nobody sees the other theme flash by. Kept as text because it stands
 * inline in the page, under the nonce of its content security policy.
 */
export const FIRST_PAINT_SCRIPT = `(() => {
  let choice = null
  try { choice = localStorage.getItem('${PREFERENCE_KEYS.theme}') } catch {}
  const dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()`
