/**
 * The console's start and stop in a process of their own: starts it, lets an answer go out that has no end, and says
 * so on standard error. Whoever started this ends it with a signal.
 */
import './gate-environment'
import { startConsole } from '@/lib/bff/console-life'
import { defineFile } from '@/lib/bff/define-file'
import { API } from '@/lib/contract/api'
import { call, cookieOf } from './gate-request'

// A server's socket would keep the process alive.
setInterval(() => {}, 1000)
await startConsole()
const handler = defineFile(API.exportLedger, () => ({
  status: 200,
  headers: {},
  body: new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(1000)),
  }),
  fileName: 'endless',
  contentType: 'application/octet-stream',
}))
const cookie = await cookieOf(['compliance-officer'])
const response = await call({ path: API.exportLedger.path, method: 'GET', handler }, { cookie })
const reader = response.body?.getReader()
await reader?.read()
process.stderr.write('going out\n')
