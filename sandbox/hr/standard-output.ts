import { fstatSync, ftruncateSync, writeSync } from 'node:fs'

/**
 * Writes a whole file to the standard output. `npm run` has by then written what it runs there, which no reader of a table expects: where
 * the output is a file that holds this alone, it is written over. Returns false where npm's lines stand above the file; `npm run
 * --silent` leaves them out.
 */
export function writeToStandardOutput(bytes: Buffer, banners: readonly string[]): boolean {
  const output = fstatSync(1)
  const alone =
    output.isFile() && banners.some((banner) => Buffer.byteLength(banner) === output.size)
  if (alone) {
    ftruncateSync(1, 0)
    for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at, bytes.length - at, at)
  }
  // A reader of a pipe may be slower than this: node waits for it.
  else process.stdout.write(bytes)
  return alone || banners.length === 0
}

/** What npm may have written before it ran a script with these arguments, by its version; none where it runs none, or is silent. */
export function npmBanners(
  environment: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
): string[] {
  const { npm_lifecycle_event: event, npm_lifecycle_script: script } = environment
  const { npm_package_name: name, npm_package_version: version } = environment
  if (event === undefined || script === undefined || environment.npm_config_loglevel === 'silent')
    return []
  const written = [args, args.map((one) => `"${one}"`), args.map((one) => `'${one}'`)]
  return written.map(
    (list) => `\n> ${name}@${version} ${event}\n> ${[script, ...list].join(' ')}\n\n`,
  )
}
