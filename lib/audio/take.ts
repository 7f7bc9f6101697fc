import { Problem } from '@/lib/problem/problem'
import { Analysis, type Hints } from './analysis'
import { type Container, SNIFF_LIMIT, sniff } from './container'
import { contentTypeOf, knownType } from './content-type'
import { Download, type Media } from './download'
import { g711View } from './g711-view'
import { gsmView } from './gsm-view'
import { type MediaView, rawView } from './media-view'
import type { Spool } from './spool'
import type { SpoolFile } from './spool-file'
import { WAV_FORMAT } from './wav-header'

/** One answer of Focus being downloaded, and what is made of it. */
export class Take {
  readonly download: Download
  /** What the bytes are. Rejects as the download does when too few of them ever came. */
  readonly container: Promise<Container>
  #analysis: Analysis | null = null
  /** Views keep a decoder's memory and their own head: one of each. */
  readonly #views = new Map<string, MediaView>()

  constructor(options: {
    media: Media
    file: SpoolFile
    spool: Spool
    request: AbortController
    hints: Hints
  }) {
    const { media, file, spool, request, hints } = options
    this.download = new Download(media, file, spool, request)
    this.container = this.#look(request.signal).then((container) => {
      this.#analysis = new Analysis(this.download, container, hints, this.download.discarded)
      return container
    })
    this.container.catch(() => {})
  }

  get analysis(): Analysis | null {
    return this.#analysis
  }

  /** The view a request reads: decoded where no browser plays the coding, or where the reader's refused it. */
  view(container: Container, as: 'wav' | undefined): MediaView {
    const tag = container.kind === 'wav' ? container.header.formatTag : null
    const mono = container.kind === 'wav' && container.header.channels === 1
    if (container.kind === 'wav') {
      const { header } = container
      if (tag === WAV_FORMAT.gsm && mono)
        return this.#once('gsm', () => gsmView(this.download, header))
      if (as === 'wav' && (tag === WAV_FORMAT.muLaw || tag === WAV_FORMAT.aLaw)) {
        return this.#once('g711', () => g711View(this.download, header))
      }
    }
    const type = contentTypeOf(container, this.download.contentType)
    return this.#once('raw', () => rawView(this.download, type))
  }

  #once(name: string, make: () => MediaView): MediaView {
    const view = this.#views.get(name) ?? make()
    this.#views.set(name, view)
    return view
  }

  async #look(signal: AbortSignal): Promise<Container> {
    let bytes: Uint8Array = new Uint8Array(0)
    let ended = false
    for (;;) {
      const container = sniff(bytes, ended)
      if (container !== 'more') return this.#accept(container, bytes.length)
      ended = !(await this.download.reaches(bytes.length, signal))
      bytes = await this.download.file.read(0, SNIFF_LIMIT)
    }
  }

  #accept(container: Container, length: number): Container {
    const stated = this.download.contentType
    const prose =
      container.kind === 'markup' || /^\s*(text\/|application\/(json|xml))/i.test(stated ?? '')
    const silent = container.kind === 'unknown' || container.kind === 'markup'
    if (silent && (length === 0 || (prose && knownType(stated) === null))) {
      const detail =
        length === 0
          ? 'Focus answered with no media.'
          : 'Focus answered with something that is not media.'
      throw new Problem('upstream-contract', detail, { cause: `content-type: ${stated}` })
    }
    if (container.kind === 'wav' && container.header.fileBytes !== null) {
      this.download.stateTotal(container.header.fileBytes)
    }
    return container
  }
}
