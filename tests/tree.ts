import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOMS = ['app', 'components', 'lib', 'sandbox', 'e2e', 'bench', 'scripts', 'tests']
const CODE = /\.(ts|tsx|mjs|css)$/

export type SourceFile = { readonly path: string; readonly text: string }

/** Every source file of the project, tests included, with paths relative to its root. */
export function sourceFiles(): SourceFile[] {
  const below = ROOMS.flatMap((room) =>
    readdirSync(room, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && CODE.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  const top = readdirSync('.').filter(
    (name) => CODE.test(name) && !name.startsWith('.') && name !== 'next-env.d.ts',
  )
  return [...below, ...top].sort().map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

/** The module specifiers a file imports, types included. */
export function importsOf(file: SourceFile): string[] {
  const found = file.text.matchAll(/(?:from\s+|import\s+|import\()\s*['"]([^'"]+)['"]/g)
  return [...found].map((match) => match[1] ?? '')
}

/** The text without comments, so that prose about a thing is not taken for the thing. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1')
}
