import { block, count, el, facts, instant } from './elements.mjs'
import { belowBag, checkFiles, hashOf, readManifest } from './file-check.mjs'
import { fromDrop, fromInput, fromServer } from './file-sources.mjs'
import { checkLedger } from './ledger-check.mjs'
import { canCheckSignatures, openNote, readKey } from './proofs.mjs'
import { recordingBody } from './recording-view.mjs'
import { hexOf, sha256 } from './sha256.mjs'

const about = block('about')
const bag = block('bag')
const place = (id) => document.getElementById(id)
const VOUCHING = 'Focus Console evidence package'
const MARKS = { waiting: '…', good: '✓', bad: '✗', cannot: '?' }

/** What the verdict is made of. */
const found = { proofs: 'waiting', files: 'unchecked', wrong: [], entries: 0, canCheck: false }
const fileStates = new Map()
const fileMarks = new Map()
let entries = []

// ── What is checked ────────────────────────────────────────────────────────

function check(id, title) {
  const words = el('span', {}, 'Checking…')
  const mark = el('span', { class: 'mark', 'aria-hidden': 'true' }, MARKS.waiting)
  const item = el(
    'li',
    { 'data-check': id, 'data-state': 'waiting' },
    mark,
    el('strong', { class: 'check' }, title),
    words,
  )
  place('checks').append(item)
  return (state, text) => {
    item.dataset.state = state
    mark.textContent = MARKS[state]
    words.textContent = text
  }
}

const vouched = async (note, fileName, hash, key) => {
  const text = await openNote(note, key, found.canCheck)
  if (text !== `${VOUCHING}\n${bag.folder}\n${fileName}\nsha256 ${hash}\n`)
    throw new Error('is about another package, or the manifest was changed')
}

async function checkProofs() {
  const signature = check('manifest-signature', 'Manifest')
  const ledger = check('ledger', 'Ledger')
  const files = check('files', 'Files')
  files('waiting', 'Not checked yet.')
  found.canCheck = await canCheckSignatures()
  let key
  try {
    key = readKey(bag.key)
  } catch (error) {
    found.wrong.push(error.message)
    signature('bad', error.message)
  }
  if (key !== undefined) {
    await checkManifest(key, signature)
    await checkEntries(key, ledger)
  }
  found.proofs = found.wrong.length > 0 ? 'bad' : 'good'
  tell()
  return { key, files }
}

async function checkManifest(key, report) {
  const hash = hexOf(sha256(bag.manifest))
  try {
    await vouched(bag.manifestNote, 'manifest-sha256.txt', hash, key)
    const names = count(readManifest(bag.manifest).size, 'file')
    if (found.canCheck) report('good', `${names}, signed with the ledger’s key.`)
    else report('cannot', `${names}. This browser cannot check its Ed25519 signature.`)
  } catch (error) {
    found.wrong.push(`The manifest ${error.message}.`)
    report('bad', `The manifest ${error.message}.`)
  }
}

async function checkEntries(key, report) {
  const lines = block('ledger')
  if (lines.length === 0) {
    report('cannot', 'No entry of the ledger is in this package.')
    return
  }
  const result = await checkLedger(lines, key, found.canCheck)
  entries = result.entries
  found.entries = entries.length
  found.wrong.push(...result.wrong.map(({ words }) => words))
  const { checkpoint, grewFrom, wrong } = result
  if (wrong.length > 0) {
    report('bad', wrong[0].words + (wrong.length > 1 ? ` And ${wrong.length - 1} more.` : ''))
    return
  }
  const grown = grewFrom === null ? '' : ` It only grew since entry ${grewFrom - 1}.`
  const words = `${count(entries.length, 'entry', 'entries')}, each proved in the checkpoint of ${instant(checkpoint.timeUtc)} over ${count(checkpoint.size, 'entry', 'entries')}.${grown}`
  report(
    found.canCheck ? 'good' : 'cannot',
    found.canCheck ? words : `${words} Its signature could not be checked.`,
  )
}

async function checkAllFiles(files, { key, report, whole }) {
  found.files = 'checking'
  found.wrong = found.wrong.filter((words) => !words.includes('/'))
  const manifest = readManifest(bag.manifest)
  const total = [...manifest.keys()].reduce((sum, path) => sum + (files.get(path)?.size ?? 0), 0)
  let read = 0
  let done = 0
  const bar = place('progress')
  bar.hidden = false
  tell()
  const steps = {
    whole,
    tell: (bytes) => {
      read += bytes
      if (total > 0) bar.value = read / total
    },
    checked: (path, words) => {
      done += 1
      fileStates.set(path, words)
      mark(path)
      report('waiting', `${done} of ${manifest.size}…`)
    },
  }
  const wrong = [
    ...(await checkFiles(files, manifest, steps)),
    ...(await checkTags(files, key, steps)),
  ]
  bar.hidden = true
  found.files = wrong.length > 0 ? 'bad' : 'good'
  found.wrong.push(...wrong.map(({ path, words }) => `${path} ${words}.`))
  const all = count(manifest.size, 'file')
  if (wrong.length === 0) report('good', `${all}, each as it was packed.`)
  else report('bad', `${count(wrong.length, 'file')} of ${manifest.size} not as packed.`)
  tell()
}

/** The files beside the payload: by the tag manifest, for which a signature of its own vouches. */
async function checkTags(files, key, steps) {
  const textOf = async (path) => {
    const file = files.get(path)
    if (file === undefined) throw new Error('is missing')
    return new Response(await file.stream()).text()
  }
  const wrong = []
  const at = (path, error) => void wrong.push({ path, words: error.message })
  try {
    const text = await textOf('tagmanifest-sha256.txt')
    const hash = hexOf(sha256(text))
    await vouched(await textOf('signature/tagmanifest.note'), 'tagmanifest-sha256.txt', hash, key)
    wrong.push(
      ...(await checkFiles(files, readManifest(text), {
        ...steps,
        whole: false,
        tell() {},
        checked() {},
      })),
    )
  } catch (error) {
    at('tagmanifest-sha256.txt', error)
  }
  try {
    const own = await hashOf(
      await (files.get('manifest-sha256.txt') ?? missing()).stream(),
      () => {},
    )
    if (own !== hexOf(sha256(bag.manifest)))
      throw new Error('is not the one this page was made with')
  } catch (error) {
    if (!wrong.some(({ path }) => path === 'manifest-sha256.txt')) at('manifest-sha256.txt', error)
  }
  return wrong
}

function missing() {
  throw new Error('is missing')
}

// ── What is shown ──────────────────────────────────────────────────────────

function tell() {
  const verdict = place('verdict')
  const unsigned = found.canCheck
    ? ''
    : ' Signatures could not be checked: this browser has no Ed25519 here. Open the page from disk in a recent browser, or run the verifier in data/verifier.'
  let state = 'waiting'
  let title = 'Checking signatures and proofs…'
  let words = ''
  if (found.wrong.length > 0) {
    state = 'bad'
    title = 'Not as it was made'
    words = found.wrong.slice(0, 20).join(' ')
  } else if (found.files === 'checking') {
    title = 'Checking the files…'
  } else if (found.proofs === 'good' && found.files === 'good') {
    state = found.canCheck ? 'good' : 'cannot'
    title = 'Everything is as it was made'
    words = `All files match the manifest, and ${count(found.entries, 'ledger entry', 'ledger entries')} match the signed checkpoint.${unsigned}`
  } else if (found.proofs === 'good') {
    state = 'half'
    title = found.canCheck ? 'Signatures and proofs hold' : 'Proofs hold'
    words = `The files themselves are not checked yet: choose the folder this page lies in, or drop the ZIP here.${unsigned}`
  }
  verdict.dataset.state = state
  verdict.replaceChildren(el('strong', {}, title), el('p', {}, words))
}

function mark(path) {
  for (const node of fileMarks.get(path) ?? []) paint(node, path)
  const item = document.querySelector(`[data-recording="${/recordings\/(\d+)\//.exec(path)?.[1]}"]`)
  if (item === null) return
  const states = [...fileStates].filter(([name]) =>
    name.startsWith(`data/recordings/${item.dataset.recording}/`),
  )
  const state = states.some(([, words]) => words !== null) ? 'bad' : 'good'
  const sign = item.querySelector('summary > .mark')
  sign.textContent = MARKS[state]
  sign.dataset.state = state
  item.dataset.state = state
}

function paint(node, path) {
  const words = fileStates.get(path)
  const state = words === undefined ? 'waiting' : words === null ? 'good' : 'bad'
  node.dataset.state = state
  node.textContent = words === undefined ? '' : MARKS[state]
  node.title = words ?? ''
}

function fileMark(path) {
  const node = el('span', { class: 'mark' })
  fileMarks.set(path, [...(fileMarks.get(path) ?? []), node])
  paint(node, path)
  return node
}

function entriesAbout(id) {
  const about = new Set()
  return entries.filter(({ said }) => {
    const its =
      said.of === undefined ? (said.object?.ids ?? []).includes(String(id)) : about.has(said.of)
    const kind = said.object?.kind
    if (
      its &&
      said.of === undefined &&
      kind !== 'recording' &&
      kind !== 'recordings' &&
      kind !== 'audit'
    )
      return false
    if (its) about.add(said.seq)
    return its
  })
}

function showRecording(source) {
  const recording = JSON.parse(source.textContent)
  const { id, title, detail, missing: lacking } = recording
  const meta = [
    String(id),
    detail?.startUtc ? instant(detail.startUtc) : 'start not known',
    detail?.kind ?? null,
    detail?.durationMs
      ? `${Math.floor(detail.durationMs / 60000)}:${String(Math.floor(detail.durationMs / 1000) % 60).padStart(2, '0')}`
      : null,
    lacking.length > 0 ? `${lacking.length} not packed` : null,
  ].filter((part) => part !== null)
  const item = el(
    'details',
    { 'data-recording': id },
    el(
      'summary',
      {},
      el('span', { class: 'mark', 'aria-hidden': 'true' }),
      el('span', { class: 'title' }, title),
      el('span', { class: 'muted' }, meta.join(' · ')),
    ),
  )
  let filled = false
  const fill = () => {
    if (filled) return
    filled = true
    item.append(recordingBody(recording, entriesAbout(id), fileMark))
  }
  item.addEventListener('toggle', () => item.open && fill())
  return { item, fill }
}

function showHead() {
  const { askedBy } = about
  place('facts').append(
    facts([
      ['Made for', [askedBy.name, askedBy.email].filter(Boolean).join(', ')],
      ['Asked', instant(about.askedUtc)],
      ['Reason', about.reason],
      ['Case', about.caseNumber],
      ['Search', about.query || 'chosen by hand'],
      ['Tenant', about.tenant],
      ['Media', about.media ? 'as received' : 'left out on request'],
      ['Recordings', recordingsWords()],
      ['Key', el('code', {}, bag.key)],
    ]),
  )
  if (bag.notes.length > 0)
    place('missing').append(
      el('h2', {}, 'What could not be packed'),
      el(
        'ul',
        {},
        bag.notes.map((line) => el('li', {}, line.replaceAll('\t', ' · '))),
      ),
    )
}

function recordingsWords() {
  const packed = about.recordings.length
  if (about.stopped)
    return `${packed.toLocaleString('en-GB')}, stopped; the search finds ${about.found?.toLocaleString('en-GB') ?? 'more'}`
  return packed.toLocaleString('en-GB')
}

async function begin() {
  showHead()
  tell()
  const shown = [...document.querySelectorAll('script.recording')].map(showRecording)
  place('recordings').append(...shown.map(({ item }) => item))
  const { key, files: report } = await checkProofs()
  const take = async (source, whole = true) => {
    if (found.files === 'checking' || key === undefined) return
    try {
      const files = await source
      await checkAllFiles(whole ? belowBag(files) : files, { key, report, whole })
    } catch (error) {
      report('bad', error.message)
    }
  }
  for (const id of ['folder', 'zip'])
    place(id).addEventListener('change', (event) => {
      if (event.target.files.length > 0) void take(fromInput(event.target.files))
    })
  addEventListener('dragover', (event) => event.preventDefault())
  addEventListener('drop', (event) => {
    event.preventDefault()
    void take(fromDrop(event.dataTransfer))
  })
  if (location.protocol.startsWith('http')) {
    const paths = [
      ...readManifest(bag.manifest).keys(),
      ...['bagit.txt', 'bag-info.txt', 'index.html', 'manifest-sha256.txt'],
      ...['tagmanifest-sha256.txt', 'signature/manifest.note', 'signature/tagmanifest.note'],
    ]
    place('served').hidden = false
    place('served').addEventListener('click', () => void take(fromServer(paths), false))
  }
  if (shown.length === 1) {
    shown[0].fill()
    shown[0].item.open = true
  }
  addEventListener('beforeprint', () => {
    for (const { item, fill } of shown) {
      fill()
      item.open = true
    }
  })
}

void begin()
