import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** One line of standard input without its end; at a terminal the prompt is shown and what is typed is not. */
export async function readSecretLine(prompt: string): Promise<string> {
  const terminal = process.stdin.isTTY === true
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal })
  if (terminal) process.stderr.write(prompt)
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.once('line', resolve)
      lines.once('close', () => resolve(''))
      // In raw mode the terminal sends Ctrl-C here.
      lines.once('SIGINT', () => reject(Object.assign(new Error('Cancelled.'), { code: 'SIGINT' })))
    })
  } finally {
    lines.close()
    if (terminal) process.stderr.write('\n')
  }
}
