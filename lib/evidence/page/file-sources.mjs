import { filesOfZip } from './zip-files.mjs'

/** Files that a reader hands over: a chosen folder, a chosen or dropped ZIP, a dropped folder; or the page's own neighbours over http. */

const asFile = (path, file) => ({ path, size: file.size, stream: () => file.stream() })

export async function fromInput(list) {
  const files = [...list]
  if (files.length === 1 && /\.zip$/i.test(files[0].name)) return filesOfZip(files[0])
  return files.map((file) => asFile(file.webkitRelativePath || file.name, file))
}

export async function fromDrop(transfer) {
  // The list is emptied when the event is over.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry())
  const zip = [...transfer.files].find((file) => /\.zip$/i.test(file.name))
  if (zip !== undefined) return filesOfZip(zip)
  const files = []
  for (const entry of entries) if (entry !== null) await walk(entry, files)
  return files
}

async function walk(entry, files) {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject))
    files.push(asFile(entry.fullPath.replace(/^\//, ''), file))
    return
  }
  const reader = entry.createReader()
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return
    for (const inner of some) await walk(inner, files)
  }
}

/** The files named, as the server beside this page has them. */
export function fromServer(paths) {
  return new Map(
    paths.map((path) => [
      path,
      {
        path,
        size: 0,
        async stream() {
          const answer = await globalThis.fetch(path)
          if (!answer.ok) throw new Error(`is not there (status ${answer.status})`)
          return answer.body
        },
      },
    ]),
  )
}
