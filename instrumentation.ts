/** Runs once when the server starts: without a configuration that can work there is no server. */
export async function register(): Promise<void> {
  const { config } = await import('@/lib/config/config')
  try {
    config()
  } catch (error) {
    const { ConfigError } = await import('@/lib/config/config-error')
    const text = error instanceof ConfigError ? error.message : String(error)
    process.stderr.write(`\nFocus Console cannot start. ${text}\n\n`)
    process.exit(1)
  }
}
