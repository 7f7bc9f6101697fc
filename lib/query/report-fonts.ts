import { offline } from './api-send'

export type ReportFonts = { regular: ArrayBuffer; semibold: ArrayBuffer }

/**
 * The typeface of printed reports, from this console's own files: a page's fonts cannot be read back by a script, and a
 * report carries its own. Throws `offline` when they could not be fetched; an abort rejects with the signal's reason.
 */
export async function reportFonts(signal: AbortSignal): Promise<ReportFonts> {
  // The bundler makes files of the page's own of these; the package does not export them by name.
  const addresses = [
    new URL('../../node_modules/geist/dist/fonts/geist-sans/Geist-Regular.ttf', import.meta.url),
    new URL('../../node_modules/geist/dist/fonts/geist-sans/Geist-SemiBold.ttf', import.meta.url),
  ]
  const [regular, semibold] = await Promise.all(
    addresses.map((address) => bytesOf(address, signal)),
  )
  if (regular === undefined || semibold === undefined) throw offline()
  return { regular, semibold }
}

async function bytesOf(address: URL, signal: AbortSignal): Promise<ArrayBuffer> {
  try {
    const response = await fetch(address, { signal })
    if (!response.ok) throw new Error(`${response.status} for a font`)
    return await response.arrayBuffer()
  } catch (cause) {
    signal.throwIfAborted()
    throw offline(cause)
  }
}
