import 'server-only'
import { config } from './config'

/** Ends the process, with every mistake on standard error, when the environment does not configure the console. */
export function endUnlessConfigured(): void {
  try {
    config()
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    process.stderr.write(`\nFocus Console cannot start. ${text}\n\n`)
    process.exit(1)
  }
}
