/** `npm run openapi`: prints the OpenAPI document of this version. */
import { readFileSync } from 'node:fs'
import { openApiDocument } from '@/lib/contract/openapi'
import { ProblemBody } from '@/lib/problem/problem'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
process.stdout.write(`${JSON.stringify(openApiDocument(version, ProblemBody), null, 2)}\n`)
