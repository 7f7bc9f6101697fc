import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]
const STAMP = '.next/built-from'

function filesBelow(path) {
  if (!existsSync(path)) return []
  if (!/^[a-z]+$/.test(path)) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** One hash over everything that a build reads. */
function sourceHash() {
  const hash = createHash('sha256')
  for (const path of SOURCES.flatMap(filesBelow))
    hash.update(path).update('\0').update(readFileSync(path))
  return hash.digest('hex')
}

/**
 * Runs `next build` unless the last build was made from the very same sources.
 * @returns {boolean} false when the build failed
 */
export function buildWhenNeeded() {
  const wanted = sourceHash()
  if (existsSync('.next/BUILD_ID') && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted)
    return true
  console.log('Building the console (once for this version of its sources)…')
  const built = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (built.status !== 0) return false
  writeFileSync(STAMP, wanted)
  return true
}
