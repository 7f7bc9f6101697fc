/** Lets the process answer others in the middle of long work: SQLite itself never waits for anything. */
export const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
