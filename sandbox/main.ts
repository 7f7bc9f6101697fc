import { optionsFromEnvironment } from './options'
import { warm } from './speech/voice-bank'
import { startSandbox } from './start-sandbox'

const options = optionsFromEnvironment(process.env)
const sandbox = await startSandbox(options)
console.log(
  `Sandbox tenant listening on ${sandbox.url} (${options.recordings} recordings, seed ${options.seed})`,
)

// Sentences are made behind whatever is asked for, so that later calls start at once.
warm().catch((error: unknown) => console.error('Speech could not be made:', error))

for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.once(name, () => void sandbox.close().then(() => process.exit(0)))
}
