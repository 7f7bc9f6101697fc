/** Lets a worker thread of Node 20 run the TypeScript beside it. */
import { tsImport } from 'tsx/esm/api'

await tsImport('./voice-worker.ts', import.meta.url)
