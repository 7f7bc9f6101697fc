import { spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'

/** A sandbox with these settings, in a process of its own. `url` is what FOCUS_BASE_URL is to be. */
export type SandboxProcess = { url: string; stop(): Promise<void> }

export async function startSandboxProcess(
  settings: Record<string, string>,
): Promise<SandboxProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, SANDBOX_PORT: '0', ...settings },
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  for await (const line of createInterface(child.stdout)) {
    const url = /listening on (\S+)/.exec(line)?.[1]
    if (url === undefined) continue
    return {
      url,
      async stop() {
        child.kill()
        await ended
      },
    }
  }
  throw new Error('The sandbox ended before it listened')
}

/** Runs `npm run reconcile` against it, its ledger in `dataDir`, to the end. */
export function runReconcile(url: string, dataDir: string, args: readonly string[]) {
  const script = ['--conditions=react-server', 'scripts/reconcile.ts', ...args]
  return spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', ...script], {
    encoding: 'utf8',
    env: {
      ...process.env,
      ...{ DATA_DIR: dataDir, LOG_LEVEL: 'silent', FOCUS_SANDBOX: '1', FOCUS_BASE_URL: url },
      ...{ FOCUS_CLIENT_ID: '1000001', FOCUS_API_KEY: 'sandbox-key' },
      FOCUS_USERNAME: 'focus.console@sandbox.example',
    },
  })
}
