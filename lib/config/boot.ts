/** Runs once when the server starts. The branch is fixed by the build: Next.js also compiles this for its edge runtime. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { endUnlessConfigured } = await import('./end-unless-configured')
    endUnlessConfigured()
    const { startConsole } = await import('@/lib/bff/console-life')
    await startConsole()
  }
}
