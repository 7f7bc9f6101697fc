import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

// Below node_modules: what stays outside the bundle is found from there.
const CACHE = 'node_modules/.cache/focus-console'

/**
 * Makes one file of the child: a thousand starts need not each read the whole tree. Answers a folder of this run's
 * own, to be removed after it: another run may be of other code.
 */
export async function bundleChild(): Promise<{ folder: string; program: string }> {
  mkdirSync(CACHE, { recursive: true })
  const folder = mkdtempSync(join(CACHE, 'kill-'))
  const program = join(folder, 'ledger-kill-child.mjs')
  await build({
    entryPoints: ['bench/ledger-kill-child.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['react-server'],
    external: ['better-sqlite3', 'pg', 'pino', 'undici'],
  })
  return { folder, program }
}
