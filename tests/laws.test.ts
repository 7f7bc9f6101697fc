import { join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importsOf, type SourceFile, sourceFiles, withoutComments } from './tree'

const files = sourceFiles()
const product = files.filter(
  (file) =>
    /^(app|components|lib)\/|^[a-z]+\.ts$/.test(file.path) &&
    !/\.test\.|\.config\./.test(file.path),
)

/** Which rooms each room may import (docs: the table of rooms). The longest matching prefix decides. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'app/api/': [
    'lib/contract/',
    'lib/bff/',
    'lib/focus/',
    'lib/ledger/',
    'lib/audio/',
    'lib/store/',
    'lib/problem/',
    'lib/access/',
    'lib/config/',
    'lib/audit/',
    'lib/evidence/',
    'lib/retention/',
    'lib/directory/',
    'lib/overview/',
    'lib/pseudonym/',
    'lib/saved-views/',
  ],
  'app/(console)/': [
    'components/',
    'lib/query/',
    'lib/url/',
    'lib/contract/',
    'lib/format/',
    'lib/access/',
    'lib/problem/',
  ],
  'app/sign-in/': ['components/', 'lib/access/', 'lib/url/', 'lib/contract/'],
  'app/': ['components/', 'lib/query/', 'lib/url/', 'lib/access/', 'lib/problem/'],
  'components/ui/': ['lib/format/'],
  'components/table/': ['components/ui/', 'lib/format/'],
  'components/player/': [
    'components/ui/',
    'components/problem/',
    'lib/format/',
    'lib/contract/',
    'lib/query/',
    'lib/problem/',
    'lib/url/',
  ],
  'components/problem/': ['components/ui/', 'lib/problem/'],
  'components/filters/': [
    'components/ui/',
    'lib/query/',
    'lib/url/',
    'lib/contract/',
    'lib/format/',
  ],
  'components/list/': [
    'components/ui/',
    'components/table/',
    'components/problem/',
    'lib/query/',
    'lib/contract/',
    'lib/format/',
  ],
  'components/directory/': [
    'components/ui/',
    'components/table/',
    'components/list/',
    'components/filters/',
    'components/problem/',
    'lib/query/',
    'lib/url/',
    'lib/contract/',
    'lib/format/',
  ],
  'components/parties/': ['components/ui/', 'lib/contract/', 'lib/format/'],
  'components/audit/': [
    'components/ui/',
    'components/table/',
    'components/list/',
    'components/filters/',
    'components/parties/',
    'components/problem/',
    'lib/query/',
    'lib/url/',
    'lib/contract/',
    'lib/format/',
    'lib/problem/',
    'lib/findings/',
  ],
  'components/reconcile/': [
    'components/ui/',
    'components/table/',
    'components/list/',
    'components/filters/',
    'components/problem/',
    'lib/query/',
    'lib/url/',
    'lib/contract/',
    'lib/format/',
    'lib/problem/',
    'lib/reconcile/',
  ],
  'components/': [
    'components/ui/',
    'components/table/',
    'components/list/',
    'components/directory/',
    'components/filters/',
    'components/parties/',
    'components/player/',
    'components/problem/',
    'lib/query/',
    'lib/url/',
    'lib/contract/',
    'lib/format/',
    'lib/problem/',
  ],
  'lib/contract/': [],
  'lib/problem/': [],
  'lib/url/': ['lib/contract/'],
  'lib/format/': [],
  'lib/config/': ['lib/problem/', 'lib/contract/'],
  // The one door through which the server starts what runs beside the requests.
  'lib/config/boot.ts': ['lib/bff/'],
  'lib/focus/': ['lib/contract/', 'lib/problem/', 'lib/config/'],
  'lib/access/': ['lib/problem/', 'lib/config/', 'lib/store/', 'lib/contract/'],
  'lib/bff/': ['lib/contract/', 'lib/problem/', 'lib/access/', 'lib/ledger/', 'lib/config/'],
  'lib/ledger/': ['lib/problem/', 'lib/store/', 'lib/config/', 'lib/contract/', 'lib/access/'],
  'lib/audit/': [
    'lib/contract/',
    'lib/problem/',
    'lib/config/',
    'lib/focus/',
    'lib/ledger/',
    'lib/store/',
  ],
  'lib/findings/': ['lib/contract/', 'lib/format/'],
  'lib/evidence/': [
    'lib/contract/',
    'lib/problem/',
    'lib/config/',
    'lib/focus/',
    'lib/ledger/',
    'lib/audio/',
    'lib/format/',
  ],
  'lib/directory/': ['lib/contract/', 'lib/focus/'],
  'lib/overview/': ['lib/contract/', 'lib/focus/'],
  'lib/retention/': ['lib/contract/', 'lib/problem/', 'lib/focus/'],
  'lib/reconcile/': ['lib/contract/', 'lib/format/'],
  'lib/pseudonym/': ['lib/contract/'],
  'lib/saved-views/': ['lib/contract/', 'lib/problem/', 'lib/access/', 'lib/store/'],
  'lib/audio/': ['lib/problem/', 'lib/config/', 'lib/contract/'],
  'lib/store/': ['lib/config/', 'lib/contract/'],
  'lib/query/': ['lib/contract/', 'lib/problem/'],
}

function roomOf(path: string): string | undefined {
  return Object.keys(MAY_IMPORT)
    .filter((room) => path.startsWith(room))
    .sort((a, b) => b.length - a.length)[0]
}

/** The project path an import names, or null for a package. */
function target(file: SourceFile, specifier: string): string | null {
  if (specifier.startsWith('@/')) return specifier.slice(2)
  if (specifier.startsWith('.')) return normalize(join(file.path, '..', specifier))
  return null
}

/** A room that has rooms inside it (`components/recordings`) is its own first folder. */
function sameRoom(from: string, to: string): boolean {
  if (from.startsWith('components/') || from.startsWith('lib/')) {
    return from.split('/').slice(0, 2).join('/') === to.split('/').slice(0, 2).join('/')
  }
  return from.split('/')[0] === to.split('/')[0]
}

const offenders = (pattern: RegExp, allowed: RegExp) =>
  product
    .filter((file) => !allowed.test(file.path) && pattern.test(withoutComments(file.text)))
    .map((file) => file.path)

describe('the laws of the tree', () => {
  test('each room imports only the rooms it may', () => {
    const broken = product.flatMap((file) => {
      const room = roomOf(file.path)
      if (room === undefined) return []
      return importsOf(file).flatMap((specifier) => {
        const to = target(file, specifier)
        if (to === null || sameRoom(file.path, to)) return []
        if (MAY_IMPORT[room]?.some((allowed) => to.startsWith(allowed))) return []
        return [
          `${file.path} imports ${to}; ${room} may import ${MAY_IMPORT[room]?.join(', ') || 'no other room'}`,
        ]
      })
    })
    expect(broken).toEqual([])
  })

  test('a server room never reaches a browser component', () => {
    const server = /^@\/lib\/(focus|bff|ledger|audio|store|config|access)\//
    const broken = product
      .filter((file) => /^['"]use client['"]/.test(file.text))
      .filter((file) =>
        importsOf({ ...file, text: file.text.replace(/import type[^\n]*\n/g, '') }).some(
          (specifier) => server.test(specifier),
        ),
      )
    expect(broken.map((file) => file.path)).toEqual([])
  })

  test('the sandbox knows nothing of the product', () => {
    const broken = files
      .filter((file) => file.path.startsWith('sandbox/') && !file.path.includes('.test.'))
      .filter((file) =>
        importsOf(file).some(
          (specifier) => target(file, specifier)?.startsWith('sandbox/') === false,
        ),
      )
    expect(broken.map((file) => file.path)).toEqual([])
  })

  test('process.env is read in lib/config alone', () => {
    expect(offenders(/process\.env/, /^lib\/config\/|^next\.config/)).toEqual([])
  })

  test('WaveSurfer.create stands in components/player alone', () => {
    expect(offenders(/WaveSurfer\.create/, /^components\/player\//)).toEqual([])
  })

  test('fetch stands in the two rooms that own one', () => {
    expect(offenders(/(?<![.\w])fetch\(/, /^lib\/(focus|query)\//)).toEqual([])
  })

  test('every route under /api but next-auth is made by the gate', () => {
    const routes = product.filter(
      (file) => /^app\/api\/.*route\.ts$/.test(file.path) && !file.path.includes('[...nextauth]'),
    )
    const broken = routes.filter((file) => {
      const handlers = [
        ...file.text.matchAll(
          /export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b([^\n]*)/g,
        ),
      ]
      return (
        handlers.length === 0 ||
        handlers.some((match) => !/= define(Route|Stream|Lines|File)\(/.test(match[2] ?? ''))
      )
    })
    expect(routes.length).toBeGreaterThan(0)
    expect(broken.map((file) => file.path)).toEqual([])
  })

  test('a Focus field name stands in lib/focus and the sandbox alone', () => {
    // `recordingId(s)` and `thirdPartyId` are our words too; these are Focus's alone.
    const wire =
      /\b(interactionId|startDatetimeUTC|expiryDatetimeUTC|sentDatetimeUTC|datetimeUTC|durationSeconds|hasTranscription|freeText|endpointSearch|peopleIds|isServiceUser|lastLoginUTC|firstSeenUTC|lastSeenUTC|commentId|auditId)\b/
    const broken = product.filter(
      (file) => !file.path.startsWith('lib/focus/') && wire.test(withoutComments(file.text)),
    )
    expect(broken.map((file) => file.path)).toEqual([])
  })

  test('no file is longer than 400 lines', () => {
    const long = files.filter((file) => file.text.split('\n').length > 401)
    expect(long.map((file) => file.path)).toEqual([])
  })

  test('every name says what the file is for', () => {
    const vague = files.filter((file) =>
      /(^|\/)(utils?|helpers?|types|common|misc|index)(\.|\/)/.test(file.path),
    )
    expect(vague.map((file) => file.path)).toEqual([])
  })

  test('names are kebab-case', () => {
    const odd = files.filter((file) => !/^[a-z0-9.[\]-]+$/.test(file.path.split('/').at(-1) ?? ''))
    expect(odd.map((file) => file.path)).toEqual([])
  })

  test('no test is switched off and no type check either', () => {
    const off =
      /\b(test|it|describe)\.(skip|only|todo|fixme)\(|@ts-(ignore|nocheck|expect-error)|\bas any\b|waitForTimeout\(/
    const broken = files.filter((file) => file.path !== 'tests/laws.test.ts' && off.test(file.text))
    expect(broken.map((file) => file.path)).toEqual([])
  })
})
