import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

function onPath(name) {
  const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' })
  return found.status === 0 ? found.stdout.trim() : null
}

function fromSystem() {
  for (const name of SYSTEM_NAMES) {
    const path = onPath(name)
    if (path) return path
  }
  return null
}

async function fromPlaywright() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : null
}

function run(command, args) {
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}

function installFromDebian() {
  if (!onPath('apt-get')) return null
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = (...args) => {
    const [command, ...rest] = [...asRoot, 'apt-get', ...args]
    return run(command, rest)
  }
  apt('update', '-qq')
  return apt('install', '-y', '-qq', 'chromium') ? fromSystem() : null
}

/**
 * A Chromium to drive: `CHROMIUM_PATH`, the system's, Playwright's own; else it installs one, Playwright's
 * where that can be downloaded, Debian's where apt is at hand.
 * @returns {Promise<{ path: string, origin: string }>}
 * @throws {Error} when none is found and none can be installed
 */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH is ${named}, and nothing is there`)
    return { path: named, origin: 'CHROMIUM_PATH' }
  }
  const system = fromSystem()
  if (system) return { path: system, origin: 'the system' }
  const own = await fromPlaywright()
  if (own) return { path: own, origin: 'Playwright' }
  console.log('No Chromium found: installing one.')
  if (run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])) {
    const installed = await fromPlaywright()
    if (installed) return { path: installed, origin: 'Playwright, just installed' }
  }
  const debian = installFromDebian()
  if (debian) return { path: debian, origin: 'Debian, just installed' }
  throw new Error('No Chromium could be found or installed: set CHROMIUM_PATH to one.')
}

/** The browser's own version line. */
export function chromiumVersion(path) {
  return execFileSync(path, ['--version', '--no-sandbox'], { encoding: 'utf8' }).trim()
}
