import { createHash } from 'node:crypto'
import type { Outcome, UpstreamCall } from '@/lib/ledger/access-ledger'
import { Problem } from '@/lib/problem/problem'
import { BAGIT_TXT, bagInfo, vouchingText } from './bag-tags'
import { BagWriter } from './bag-writer'
import { packageReadme, verifierFiles } from './enclosed-texts'
import { selectLedger, sequencesAbout } from './ledger-selection'
import { deedOf, type MakingParts, type Order } from './order'
import { type PackedRecording, packRecording } from './pack-recording'
import type { PackageFile } from './package-file'
import type { Missing } from './read-piece'
import { type Selection, selectRecordings } from './selection'
import { viewerPage } from './viewer-page'

/** How far it is, told as it goes. */
export type Making = {
  selected(count: number): void
  packed(count: number, missing: readonly Missing[]): void
  /** A request that was made of Focus to find the recordings. */
  observe(call: UpstreamCall): void
}

const CLIENT_LEFT = 499

/** The folder in the package, and the name of the package without `.zip`. */
export function folderOf(order: Pick<Order, 'id' | 'askedUtc'>): string {
  return `evidence-${order.askedUtc.slice(0, 19).replace(/[-:]/g, '')}Z-${order.id.slice(0, 8)}`
}

/**
 * Makes one package into `file`. Every recording has an intent of its own in the ledger before Focus is asked about it, and
 * an outcome with the calls that were made. Rejects with the `Problem` that ended it, or the signal's reason.
 */
export async function makePackage(
  order: Order,
  file: PackageFile,
  parts: MakingParts,
  making: Making,
  signal: AbortSignal,
): Promise<{ sha256: string }> {
  const hash = createHash('sha256')
  const folder = folderOf(order)
  const bag = new BagWriter({
    folder,
    madeAt: new Date(order.askedUtc),
    signal,
    sink: async (bytes) => {
      hash.update(bytes)
      await file.append(bytes)
    },
  })
  const pageItems = await parts.createFile()
  try {
    const older = (await parts.ledger.state()).checkpoint
    const requestId = order.id
    const selection = await selectRecordings(order.request.recordings, parts.focus, {
      signal,
      requestId,
      lane: 'background',
      observe: (call) => making.observe(call),
    })
    making.selected(selection.ids.length)
    const missing: Missing[] = []
    let packed = 0
    for (const id of selection.ids) {
      const recording = await recorded(id, order, bag, parts, signal)
      missing.push(...recording.missing)
      await pageItems.append(Buffer.from(`${JSON.stringify(recording.shown)}\n`))
      packed += 1
      making.packed(packed, missing)
    }
    await closeBag({ order, bag, folder, selection, missing, older, pageItems, parts })
    return { sha256: hash.digest('hex') }
  } finally {
    await pageItems.close()
  }
}

/** Packs one recording between its own intent and its outcome. */
async function recorded(
  id: number,
  order: Order,
  bag: BagWriter,
  parts: MakingParts,
  signal: AbortSignal,
): Promise<PackedRecording> {
  const entry = await parts.ledger
    .intend(deedOf(order, { kind: 'recording', ids: [String(id)] }))
    .catch((cause: unknown) => {
      throw new Problem(
        'ledger-unavailable',
        'The package could not be recorded, so nothing more was asked for.',
        { cause },
      )
    })
  const upstream: UpstreamCall[] = []
  const call = {
    signal,
    requestId: order.id,
    lane: 'background',
    recordingId: id,
    observe: (made: UpstreamCall) => void upstream.push(made),
  } as const
  try {
    const packing = { bag, parts, withMedia: order.request.media, call }
    const packed = await packRecording(id, packing)
    await entry.conclude(outcomeOf(id, packed, upstream))
    return packed
  } catch (error) {
    await entry.conclude({ ...failureOf(error, signal), upstream })
    throw error
  }
}

function outcomeOf(id: number, packed: PackedRecording, upstream: UpstreamCall[]): Outcome {
  const { detail, mediaBytes, files, missing } = packed
  return {
    status: 200,
    bytes: mediaBytes,
    upstream,
    counts: { files, missing: missing.length },
    ...(detail !== null && {
      whose: [
        {
          recordingId: id,
          parties: detail.parties,
          direction: detail.direction,
          startUtc: detail.startUtc,
          durationMs: detail.durationMs,
          retentionGroupId: detail.retentionGroupId,
        },
      ],
    }),
  }
}

/** How the ledger says that making ended early. */
export function failureOf(
  error: unknown,
  signal: AbortSignal,
): Pick<Outcome, 'status' | 'problem'> & { problem: string } {
  if (signal.aborted) return { status: CLIENT_LEFT, problem: 'aborted' }
  if (error instanceof Problem) return { status: error.status, problem: error.slug }
  return { status: 500, problem: 'internal' }
}

type Closing = {
  order: Order
  bag: BagWriter
  folder: string
  selection: Selection
  missing: Missing[]
  older: Parameters<typeof selectLedger>[2]
  pageItems: PackageFile
  parts: MakingParts
}

/** What the package holds once: ledger, query, what is missing, the verifier; then manifests, signatures and the page. */
async function closeBag(closing: Closing): Promise<void> {
  const { order, bag, folder, selection, missing, older, pageItems, parts } = closing
  const { ledger, nowMs, sign } = parts
  const { ids } = selection
  const sequences = await sequencesAbout(ledger, ids)
  sequences.add(order.entry.sequence)
  const selected = await selectLedger(sequences, ledger, older, nowMs())
  const { verifierKey } = await ledger.state()
  const notes = [...missing.map(({ recordingId, what, why }) => `${recordingId}\t${what}\t${why}`)]
  if (selected === null) notes.push('-\tledger\tNo checkpoint could be made for its entries.')
  else {
    await bag.addPayload('ledger/ledger.jsonl', linesOf(selected.lines))
    await bag.addPayload('ledger/checkpoint.note', selected.checkpoint.note)
    if (selected.leftOut > 0)
      notes.push(
        `-\tledger\t${selected.leftOut} older entries about these recordings are left out.`,
      )
  }
  await bag.addPayload('ledger/key.txt', `${verifierKey}\n`)
  const about = aboutPackage(order, selection, missing.length, parts)
  await bag.addPayload('query.json', `${JSON.stringify(about, null, 2)}\n`)
  await bag.addPayload(
    'missing.txt',
    notes.length === 0 ? 'Nothing is missing.\n' : `recording\twhat\twhy\n${notes.join('\n')}\n`,
  )
  for (const { name, text } of verifierFiles()) await bag.addPayload(`verifier/${name}`, text)
  await bag.addPayload('README.txt', packageReadme(folder, verifierKey))

  const manifest = bag.manifest()
  const { sha256 } = await bag.addTag('manifest-sha256.txt', manifest)
  const manifestNote = await sign(vouchingText(folder, 'manifest-sha256.txt', sha256))
  await bag.addTag('signature/manifest.note', manifestNote)
  await bag.addTag('bagit.txt', BAGIT_TXT)
  await bag.addTag(
    'bag-info.txt',
    bagInfo([
      ['Source-Organization', parts.tenant],
      ['Contact-Name', order.actor.name],
      ['Contact-Email', order.actor.email],
      [
        'External-Description',
        `Evidence of ${ids.length} ${ids.length === 1 ? 'recording' : 'recordings'}. ${order.purpose.purpose}`,
      ],
      ['External-Identifier', order.id],
      ['Internal-Sender-Identifier', order.purpose.caseNumber],
      ['Bagging-Date', order.askedUtc.slice(0, 10)],
      ['Payload-Oxum', bag.oxum()],
      ['Bag-Software-Agent', `Focus Console ${parts.version}`],
    ]),
  )
  const page = viewerPage({
    folder,
    about,
    key: verifierKey,
    manifest,
    manifestNote,
    notes,
    ledgerLines: selected?.lines ?? [],
    items: pageItems,
  })
  await bag.addTag('index.html', page)
  const tagManifest = bag.tagManifest()
  const listed = await bag.addTag('tagmanifest-sha256.txt', tagManifest, 'unlisted')
  const tagNote = await sign(vouchingText(folder, 'tagmanifest-sha256.txt', listed.sha256))
  await bag.addTag('signature/tagmanifest.note', tagNote, 'unlisted')
  await bag.end()
}

/** What was asked, by whom, when and why; `query.json`, and the head of the page. */
function aboutPackage(order: Order, selection: Selection, missing: number, parts: MakingParts) {
  const { request, actor, purpose, askedUtc, id } = order
  return {
    package: id,
    ledgerEntry: order.entry.sequence,
    askedBy: { name: actor.name, email: actor.email, roles: actor.roles, issuer: actor.issuer },
    askedUtc,
    madeUtc: new Date(parts.nowMs()).toISOString(),
    reason: purpose.purpose,
    caseNumber: purpose.caseNumber,
    query: request.query,
    asked: request.recordings,
    media: request.media,
    tenant: parts.tenant,
    recordings: selection.ids,
    found: selection.found,
    unreadable: selection.unreadable,
    stopped: selection.stopped,
    missing,
    madeBy: `Focus Console ${parts.version}`,
  }
}

async function* linesOf(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) yield `${line}\n`
}
