/** `npm run sandbox:hr -- --seed 7 --rows 5000 > hr.csv`: the HR file of the sandbox's own firm, and what is wrong in it. */
import { writeFileSync } from 'node:fs'
import { type HrCommand, hrCommandOf, USAGE } from './hr-command'
import { makeHr } from './make-hr'
import { npmBanners, writeToStandardOutput } from './standard-output'

const args = process.argv.slice(2)

function run({ options, planted, rules, out }: HrCommand) {
  const made = makeHr(options)
  const asJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
  if (planted !== undefined) writeFileSync(planted, asJson(made.planted))
  if (rules !== undefined) writeFileSync(rules, asJson(made.rules))
  if (out !== undefined) writeFileSync(out, made.bytes)
  else if (!writeToStandardOutput(made.bytes, npmBanners(process.env, args)))
    console.error(
      'npm has written its own lines above the file. `npm run --silent sandbox:hr` leaves them out.',
    )
}

let command: HrCommand | 'help' | null = null
try {
  command = hrCommandOf(args, new Date().toISOString().slice(0, 10))
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
  process.exitCode = 2
}
if (command === 'help') console.log(USAGE)
else if (command !== null) run(command)
