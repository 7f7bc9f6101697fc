import { optionsFromEnvironment } from './options'
import { startSandbox } from './start-sandbox'

const options = optionsFromEnvironment(process.env)
const sandbox = await startSandbox(options)
console.log(
  `Sandbox tenant listening on ${sandbox.url} (${options.recordings} recordings, seed ${options.seed})`,
)

for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.once(name, () => void sandbox.close().then(() => process.exit(0)))
}
