/** See chromium.mjs, which runs before anything is compiled. */
export function findChromium(): Promise<{ path: string; origin: string }>
export function chromiumVersion(path: string): string
