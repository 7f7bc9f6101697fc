import { build } from 'esbuild'

// Below node_modules: what stays outside the bundle is found from there.
const BUNDLE = 'node_modules/.cache/focus-console/ledger-kill-child.mjs'

/** Makes one file of the child: a thousand starts need not each read the whole tree. Answers its path. */
export async function bundleChild(): Promise<string> {
  await build({
    entryPoints: ['bench/ledger-kill-child.ts'],
    outfile: BUNDLE,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['react-server'],
    external: ['better-sqlite3', 'pg', 'pino', 'undici'],
  })
  return BUNDLE
}
