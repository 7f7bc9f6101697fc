import { createHash } from 'node:crypto'
import { pageFile } from './enclosed-texts'
import type { PackageFile } from './package-file'

/** What the page in the package shows and checks. */
export type ViewerContent = {
  folder: string
  /** As `query.json` has it. */
  about: { askedUtc: string }
  key: string
  manifest: string
  manifestNote: string
  /** What could not be packed. */
  notes: readonly string[]
  ledgerLines: readonly string[]
  /** One `ShownRecording` a line. */
  items: PackageFile
}

/** In the order in which one needs the other. */
const SCRIPTS = [
  'sha256.mjs',
  'proofs.mjs',
  'ledger-check.mjs',
  'zip-files.mjs',
  'file-check.mjs',
  'file-sources.mjs',
  'elements.mjs',
  'recording-view.mjs',
  'viewer.mjs',
]

/** The modules of the page as one: they import nothing but each other. */
export function viewerScript(): string {
  return SCRIPTS.map((name) =>
    pageFile(name)
      .replace(/^import [^;]*?from '[^']+'\n/gm, '')
      .replace(/^export (?=(?:async function|function|const|class)\b)/gm, ''),
  ).join('\n')
}

/**
 * `index.html`: one page without any other file, that may run its own script and nothing else (Content-Security-Policy
 * by hash), and may load nothing but media and files beside it. Whatever a caller, a colleague or Focus wrote stands in it as
 * JSON whose `<` are escaped, and reaches the screen as text.
 */
export async function* viewerPage(content: ViewerContent): AsyncGenerator<string> {
  const { folder, about, ledgerLines, items, key, manifest, manifestNote, notes } = content
  const script = viewerScript()
  const style = pageFile('page.css')
  const policy = [
    "default-src 'none'",
    `script-src '${hashSource(script)}'`,
    `style-src '${hashSource(style)}'`,
    "media-src 'self' file:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${folder}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Evidence package</h1>
<p class="muted">${folder}</p>
<noscript><p>This page needs its own script to show and check what is in the package. README.txt in the folder data says how to do it without.</p></noscript>
<div id="verdict" role="status" data-state="waiting"></div>
<ul id="checks" aria-label="What was checked"></ul>
<div class="choose">
<label>Choose the folder<input id="folder" type="file" webkitdirectory></label>
<label>Choose the ZIP<input id="zip" type="file" accept=".zip"></label>
<button id="served" type="button" hidden>Check all files</button>
<span class="muted">or drop either here. Nothing leaves this computer.</span>
</div>
<progress id="progress" max="1" value="0" aria-label="Files checked" hidden></progress>
<h2>About it</h2>
<div id="facts"></div>
<p class="muted">A page that came with a package cannot vouch for itself: compare the key with the one the operator gave you by another way, or run the verifier in data/verifier. README.txt in data says how.</p>
<div id="missing"></div>
<h2>Recordings</h2>
<div id="recordings"></div>
</main>
`
  yield jsonBlock('id="about"', JSON.stringify(about))
  yield jsonBlock('id="bag"', JSON.stringify({ folder, key, manifest, manifestNote, notes }))
  yield '<script type="application/json" id="ledger">['
  for (const [index, line] of ledgerLines.entries())
    yield `${index === 0 ? '' : ','}\n${escaped(JSON.stringify(line))}`
  yield ']</script>\n'
  for await (const line of linesIn(items.read())) yield jsonBlock('class="recording"', line)
  yield `<script type="module">${script}</script>\n</body>\n</html>\n`
}

const jsonBlock = (attribute: string, json: string) =>
  `<script type="application/json" ${attribute}>${escaped(json)}</script>\n`

/** JSON that no HTML parser can take for the end of its script element. */
const escaped = (json: string) => json.replace(/</g, '\\u003c')

const hashSource = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

/** Lines of UTF-8 as they come, each without its end. */
async function* linesIn(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest: Buffer[] = []
  for await (const piece of pieces) {
    let from = 0
    for (;;) {
      const at = piece.indexOf(10, from)
      if (at < 0) break
      yield Buffer.concat([...rest, piece.subarray(from, at)]).toString('utf8')
      rest = []
      from = at + 1
    }
    rest.push(Buffer.from(piece.subarray(from)))
  }
}
