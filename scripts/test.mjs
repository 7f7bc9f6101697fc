/** `npm test`: proves everything, one step after another, and closes with `N passed, N failed`. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWhenNeeded } from './build-when-needed.mjs'
import { chromiumVersion, findChromium } from './chromium.mjs'

const reports = mkdtempSync(join(tmpdir(), 'focus-console-test-'))
let passed = 0
let failed = 0

function heading(name) {
  console.log(`\n── ${name}`)
}

function count(ok, name) {
  if (ok) passed += 1
  else {
    failed += 1
    console.error(`✗ ${name} failed`)
  }
}

function run(script, args, env = {}) {
  const path = `node_modules/${script}`
  const result = spawnSync(process.execPath, [path, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  return result.status === 0
}

/** Adds a runner's own counts; a runner that failed without naming a failure still counts as one. */
function tally(ok, read, name) {
  const before = failed
  try {
    const { good, bad } = read()
    passed += good
    failed += bad
    if (good + bad === 0) throw new Error('it ran no test')
  } catch (error) {
    count(false, `${name}: ${error.message}`)
  }
  if (!ok && failed === before) count(false, name)
}

function check(name, script, args) {
  heading(name)
  count(run(script, args), name)
}

check('types', 'typescript/bin/tsc', ['--noEmit'])
check('lint', '@biomejs/biome/bin/biome', ['lint', '--error-on-warnings', '.'])
check('format', '@biomejs/biome/bin/biome', ['format', '.'])

heading('unit and contract')
const unitReport = join(reports, 'unit.json')
const unitOk = run('vitest/vitest.mjs', [
  'run',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
])
tally(
  unitOk,
  () => {
    const report = JSON.parse(readFileSync(unitReport, 'utf8'))
    return {
      good: report.numPassedTests,
      bad: report.numFailedTests + report.numPendingTests + report.numTodoTests,
    }
  },
  'unit and contract',
)

heading('build')
// The sandbox's speech is made beside the build, once; later runs find it kept.
const speech = spawn(process.execPath, ['--import', 'tsx', 'sandbox/speech/fill-bank.ts'], {
  stdio: ['ignore', 'inherit', 'inherit'],
})
const speechMade = new Promise((done) => speech.once('exit', done))
const built = buildWhenNeeded()
count(built, 'build')
count((await speechMade) === 0, 'making the speech of the sandbox')

heading('browser')
if (built) {
  try {
    const { path, origin } = await findChromium()
    console.log(`Chromium from ${origin}: ${path} (${chromiumVersion(path)})`)
    const browserReport = join(reports, 'browser.json')
    const browserOk = run('@playwright/test/cli.js', ['test'], {
      CHROMIUM_PATH: path,
      PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport,
    })
    tally(
      browserOk,
      () => {
        const { stats } = JSON.parse(readFileSync(browserReport, 'utf8'))
        return { good: stats.expected, bad: stats.unexpected + stats.flaky + stats.skipped }
      },
      'browser',
    )
  } catch (error) {
    count(false, `browser: ${error.message}`)
  }
} else console.error('The browser tests need the build.')

console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
