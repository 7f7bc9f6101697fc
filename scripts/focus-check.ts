/**
 * `npm run focus:check`: walks all fifteen calls of the configured tenant with requests that change and
 * play nothing, and prints what differs from what is assumed. Exit code 0 only when nothing is broken.
 */
import { existsSync } from 'node:fs'
import { loadConfig } from '@/lib/config/config'
import { ConfigError } from '@/lib/config/config-error'
import { type CallFinding, checkContract } from '@/lib/focus/contract-check'
import { FOCUS_CALLS } from '@/lib/focus/endpoints'
import { buildFocus } from '@/lib/focus/focus'

const HOW = `To check a tenant, say where it is and who asks, in the environment or in .env.local:

  FOCUS_REGION=uk                  (uk, eu, us or ca; or FOCUS_BASE_URL=https://…/api)
  FOCUS_CLIENT_ID=1234567          (the account number that came with the key)
  FOCUS_API_KEY_FILE=/run/secrets/focus-key   (or FOCUS_API_KEY)
  FOCUS_USERNAME=service@example.com          (the service user shown beside the key)

To try it on the sandbox tenant: npm run sandbox, and in another terminal
  FOCUS_SANDBOX=1 FOCUS_BASE_URL=http://127.0.0.1:4010/api FOCUS_CLIENT_ID=1000001 \\
  FOCUS_API_KEY=sandbox-key FOCUS_USERNAME=focus.console@sandbox.example npm run focus:check`

for (const file of ['.env.local', '.env']) if (existsSync(file)) process.loadEnvFile(file)

/** The check needs no sign-in of people; a placeholder stands for its secret. */
function settings() {
  try {
    return loadConfig({ ...process.env, NEXTAUTH_SECRET: 'not-used-by-the-check'.repeat(2) })
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    console.error(`${error.message}\n\n${HOW}`)
    process.exit(2)
  }
}

const { focus: tenant, defaultCountry } = settings()
console.log(`${tenant.label}, ${tenant.baseUrl}, account ${tenant.clientId}, ${tenant.username}\n`)
const { client } = buildFocus({ tenant, defaultCountry, log: { warn: () => {} } })
const leaver = new AbortController()
process.once('SIGINT', () => leaver.abort())
const findings = await checkContract(client, { signal: leaver.signal, lane: 'background' })
for (const finding of findings) print(finding)

const count = (verdict: CallFinding['verdict']) =>
  findings.filter((finding) => finding.verdict === verdict).length
console.log(
  `\n${count('ok')} as expected, ${count('differs')} with differences, ` +
    `${count('skipped')} not asked, ${count('broken')} broken`,
)
if (count('differs') + count('broken') > 0)
  console.log('Where each name stands in the code, and how to change it: docs/focus-contract.md')
process.exit(count('broken') === 0 ? 0 : 1)

function print(finding: CallFinding): void {
  const { method, path } = FOCUS_CALLS[finding.name]
  const reached = { true: 'reachable', false: 'NOT REACHABLE', null: 'not asked' }
  const right = FOCUS_CALLS[finding.name].right
  console.log(`${finding.verdict.toUpperCase().padEnd(8)} ${method} ${path}  (${finding.name})`)
  const facts = [
    reached[`${finding.reachable}`],
    right === null ? 'needs no right' : `right ${right}: ${finding.right}`,
    finding.ms === null ? null : `${Math.round(finding.ms)} ms`,
    finding.rows > 0 ? `${finding.rows} rows` : null,
    finding.unreadable > 0 ? `${finding.unreadable} UNREADABLE` : null,
  ]
  console.log(`         ${facts.filter((fact) => fact !== null).join(' · ')}`)
  const lists = [
    ['came, and we have no name for', finding.unknown],
    ['came as another kind of value', finding.mistyped],
    ['expected, and in no row', finding.absent],
  ] as const
  for (const [what, names] of lists)
    if (names.length > 0) console.log(`         ${what}: ${names.join(', ')}`)
  if (finding.note !== null) console.log(`         ${finding.note}`)
}
