import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hrCommandOf } from './hr-command'
import { makeHr } from './make-hr'

const TODAY = '2026-11-23'

it('reads what is asked for', () => {
  const args = '--seed 9 --rows 5000 --messy --unreadable 30 --headings de --separator semicolon'
  const files = '--encoding utf-16 --planted p.json --rules r.json'
  expect(hrCommandOf(`${args} ${files}`.split(' '), TODAY)).toEqual({
    options: {
      ...{ seed: 9, rows: 5000, today: TODAY, messy: true, title: false, unreadable: 30 },
      ...{ headings: 'de', names: 'parts', separator: 'semicolon', encoding: 'utf-16' },
    },
    ...{ planted: 'p.json', rules: 'r.json', out: undefined },
  })
})

it('tells what can be asked for', () => {
  expect(hrCommandOf(['--help'], TODAY)).toBe('help')
})

it.each([
  ['--rows 59', '--rows'],
  ['--seed seven', '--seed'],
  ['--today tomorrow', '--today'],
  ['--rows 60 --unreadable 13', '--unreadable'],
  ['--headings tlh', '--headings'],
  ['--separator space', '--separator'],
  ['--colour red', '--colour'],
])('refuses %s and names what is wrong', (args, named) => {
  expect(() => hrCommandOf(args.split(' '), TODAY)).toThrow(named)
})

it('hands over the file alone, though npm says above it what it runs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'focus-console-hr-'))
  const path = join(folder, 'hr.csv')
  const output = openSync(path, 'w')
  const args = ['run', 'sandbox:hr', '--', '--seed', '9', '--rows', '200', '--today', TODAY]
  const planted = join(folder, 'planted.json')
  const { npm_config_loglevel: _, ...environment } = process.env
  const { status } = spawnSync('npm', [...args, '--planted', planted], {
    stdio: ['ignore', output, 'ignore'],
    env: environment,
  })
  closeSync(output)
  expect(status).toBe(0)
  const made = makeHr({ seed: 9, rows: 200, today: TODAY })
  expect(readFileSync(path).equals(made.bytes)).toBe(true)
  expect(JSON.parse(readFileSync(planted, 'utf8'))).toEqual(made.planted)
})

it('waits for a reader that is slower than it writes', () => {
  const slow =
    'npm run -s sandbox:hr -- --rows 3000 --today 2026-11-23 | gzip -9 | gzip -d | tail -n +2 | wc -l'
  const { stdout } = spawnSync('sh', ['-c', slow], { encoding: 'utf8' })
  const made = makeHr({ rows: 3000, today: '2026-11-23' })
  expect(Number(stdout)).toBe(made.bytes.toString().split('\n').length - 2)
})
