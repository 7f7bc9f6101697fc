import { spawn, spawnSync } from 'node:child_process'
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { quantiles } from './quantiles'
import { consoleHeaders, ORIGIN, recordingOfLength, signIn } from './running-console'

const RUNS = 7
const NGINX_PORT = 4620

async function download(
  url: string,
  headers: Record<string, string> = {},
): Promise<{ bytes: number; ms: number }> {
  const began = performance.now()
  const answer = await fetch(url, { headers })
  if (!answer.ok || !answer.body) throw new Error(`${url} answered ${answer.status}`)
  let bytes = 0
  for await (const chunk of answer.body) bytes += chunk.byteLength
  return { bytes, ms: performance.now() - began }
}

const megabytesPerSecond = ({ bytes, ms }: { bytes: number; ms: number }) =>
  bytes / 1e6 / (ms / 1000)

async function startNginx(folder: string): Promise<(() => Promise<void>) | null> {
  if (spawnSync('nginx', ['-v']).status !== 0) return null
  const conf = `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/error.log; user root;
events {} http { access_log off; sendfile on; server { listen 127.0.0.1:${NGINX_PORT}; root ${folder}; } }`
  writeFileSync(join(folder, 'nginx.conf'), conf)
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: 'ignore',
  })
  for (let tries = 0; tries < 50; tries += 1) {
    const up = await fetch(`http://127.0.0.1:${NGINX_PORT}/`).then(
      () => true,
      () => false,
    )
    if (up) break
    await new Promise((next) => setTimeout(next, 100))
  }
  return () =>
    new Promise((done) => {
      child.once('exit', () => done())
      child.kill('SIGTERM')
    })
}

/** The same bytes from the console (already spooled), a plain Node pipe and, where installed, nginx. */
export async function audioThroughput(): Promise<string[]> {
  const cookie = await signIn()
  const id = await recordingOfLength(cookie, 3_000_000, 10_900_000)
  const url = `${ORIGIN}/api/recordings/${id}/audio`
  const first = await download(url, consoleHeaders(cookie))
  const folder = mkdtempSync(join(tmpdir(), 'focus-console-bench-audio-'))
  writeFileSync(join(folder, 'media'), Buffer.alloc(first.bytes, 7))
  const pipe = createServer((_, response) => createReadStream(join(folder, 'media')).pipe(response))
  await new Promise<void>((listening) => pipe.listen(0, '127.0.0.1', listening))
  const pipeUrl = `http://127.0.0.1:${(pipe.address() as AddressInfo).port}/media` // a TCP server's address
  const stopNginx = await startNginx(folder)
  const speeds = { console: [] as number[], pipe: [] as number[], nginx: [] as number[] }
  for (let run = 0; run < RUNS; run += 1) {
    speeds.console.push(megabytesPerSecond(await download(url, consoleHeaders(cookie))))
    speeds.pipe.push(megabytesPerSecond(await download(pipeUrl)))
    if (stopNginx)
      speeds.nginx.push(megabytesPerSecond(await download(`http://127.0.0.1:${NGINX_PORT}/media`)))
  }
  pipe.close()
  await stopNginx?.()
  rmSync(folder, { recursive: true, force: true })
  const own = quantiles(speeds.console).median
  const row = (name: string, values: number[]) => {
    const { median } = quantiles(values)
    return `| ${name} | ${median.toFixed(0)} MB/s | ${(own / median).toFixed(2)} |`
  }
  return [
    `| ${(first.bytes / 1e6).toFixed(0)} MB, median of ${RUNS} | throughput | console ÷ this |`,
    '|---|---|---|',
    row('the console, spooled', speeds.console),
    row('plain Node pipe', speeds.pipe),
    ...(stopNginx ? [row('nginx', speeds.nginx)] : ['| nginx | not installed | |']),
  ]
}
