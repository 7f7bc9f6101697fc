import { expect, test } from 'vitest'
import type { z } from 'zod'
import { FOCUS_CALL_NAMES, FOCUS_CALLS, type FocusEndpoint } from './endpoints'
import * as audit from './wire/audit'
import * as auth from './wire/auth'
import * as comment from './wire/comment'
import * as endpoint from './wire/endpoint'
import * as person from './wire/person'
import * as recording from './wire/recording'
import * as reference from './wire/recording-reference'
import * as search from './wire/recording-search'
import * as retention from './wire/retention-group'
import * as sms from './wire/sms-message'
import * as transcript from './wire/transcript'
import * as user from './wire/user'

const MODULES: Record<string, object> = {
  audit,
  auth,
  comment,
  endpoint,
  person,
  recording,
  'recording-reference': reference,
  'recording-search': search,
  'retention-group': retention,
  'sms-message': sms,
  transcript,
  user,
}

/** Names the vendor documents, by schema; every other name is assumed. */
const DOCUMENTED: Record<string, readonly string[]> = {
  AuthRequest: ['clientId', 'apiKey', 'username'],
  AuthReply: ['token'],
  FocusRecordingSearch: ['recordingIds', 'thirdPartyIds', 'endpointIds'],
  FocusRecording: ['interactionId', 'recordingId', 'startDatetimeUTC', 'endpoints'],
  FocusRecordingDetail: ['interactionId', 'recordingId', 'startDatetimeUTC', 'endpoints'],
  MediaReference: ['thirdPartyId'],
  EndpointSearchRequest: ['type', 'endpointSearch'],
}

function fieldsOf(schema: z.ZodType | null): string {
  if (schema === null || !('shape' in schema)) return ''
  const names = Object.keys(schema.shape ?? {})
  for (const [file, module] of Object.entries(MODULES)) {
    for (const [name, exported] of Object.entries(module)) {
      if (exported !== schema) continue
      const marked = names.map((field) =>
        DOCUMENTED[name]?.includes(field) ? `\`${field}\` [D]` : `\`${field}\``,
      )
      return `\`${name}\` in [wire/${file}.ts](../lib/focus/wire/${file}.ts): ${marked.join(', ')}`
    }
  }
  throw new Error(`A schema of the table stands in no file of wire/: ${names.join(', ')}`)
}

function section(name: (typeof FOCUS_CALL_NAMES)[number]): string {
  const call: FocusEndpoint = FOCUS_CALLS[name]
  const lines = [
    ['Asked with', fieldsOf(call.request)],
    ['Answers', name === 'authenticate' ? fieldsOf(call.response) : fieldsOf(call.row)],
    ...Object.entries(call.inner ?? {}).map(([at, schema]) => [`In \`${at}\``, fieldsOf(schema)]),
  ].filter(([, fields]) => fields !== '')
  return [
    `## ${call.number}. ${name}`,
    '',
    `\`${call.method} ${call.path}\` · right ${call.right === null ? 'none' : `\`${call.right}\``} · deadline \`${call.deadline}\` · ${call.attempts} tries at most`,
    '',
    ...lines.map(([what, fields]) => `- ${what} ${fields}`),
    '',
  ].join('\n')
}

test('the list of names in docs is that of the code (vitest -u writes it)', async () => {
  const text = [
    '# Every name of Focus’s API that this product relies on',
    '',
    'Made from `lib/focus/endpoints.ts` by its test; do not edit. Paths, methods and rights are',
    'documented by the vendor. Of the fields, those marked [D] are; every other is assumed.',
    '',
    ...FOCUS_CALL_NAMES.map(section),
  ].join('\n')
  await expect(text).toMatchFileSnapshot('../../docs/focus-contract-names.md')
})
