import { hexOf, Sha256 } from './sha256.mjs'

/** Paths and hashes of a manifest (RFC 8493, 2.1.3). */
export function readManifest(text) {
  return new Map(
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [, hash, path] = /^([0-9a-f]{64})\s+(.+)$/.exec(line) ?? []
        return [path ?? line, hash ?? '']
      }),
  )
}

/** Files below the folder that holds `bagit.txt`, by their path in it. */
export function belowBag(files) {
  const mark = files
    .filter(({ path }) => /(^|\/)bagit\.txt$/.test(path))
    .sort((a, b) => a.path.length - b.path.length)[0]
  if (mark === undefined) throw new Error('There is no package in it: bagit.txt is missing.')
  const root = mark.path.slice(0, -'bagit.txt'.length)
  return new Map(
    files
      .filter(({ path }) => path.startsWith(root))
      .map((file) => [file.path.slice(root.length), file]),
  )
}

/** SHA-256 of a file's bytes as they come, hex; `tell` hears how many. */
export async function hashOf(stream, tell) {
  const hash = new Sha256()
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return hexOf(hash.digest())
    hash.update(value)
    tell(value.length)
  }
}

/**
 * Compares files with a manifest. `wrong` has a path and what is wrong with it: changed, missing, or not in the manifest at all
 * (where `whole` says that it lists everything below `data/`).
 */
export async function checkFiles(files, manifest, { whole, tell, checked }) {
  const wrong = []
  for (const [path, expected] of manifest) {
    const file = files.get(path)
    let words = null
    if (file === undefined) words = 'is missing'
    else {
      try {
        if ((await hashOf(await file.stream(), tell)) !== expected)
          words = 'is not as it was packed'
      } catch (error) {
        words =
          error instanceof Error && / /.test(error.message) && /^is /.test(error.message)
            ? error.message
            : 'cannot be read'
      }
    }
    if (words !== null) wrong.push({ path, words })
    checked(path, words)
  }
  if (whole) {
    for (const path of files.keys()) {
      if (!path.startsWith('data/') || manifest.has(path)) continue
      wrong.push({ path, words: 'is not in the manifest' })
      checked(path, 'is not in the manifest')
    }
  }
  return wrong
}
