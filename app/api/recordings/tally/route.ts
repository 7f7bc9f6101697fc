import { pseudonymKey } from '@/lib/access/pseudonym-key'
import { defineLines } from '@/lib/bff/define-lines'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'
import { tallyRecordings } from '@/lib/overview/tally-recordings'
import { maskLines, maskTally } from '@/lib/pseudonym/mask'

export const POST = defineLines(API.tallyRecordings, (input) => {
  const key = pseudonymKey(input.session)
  const lines = tallyRecordings(focus(), input.body, {
    call: input,
    onRead: (rows) => input.note({ counts: { rows } }),
  })
  return maskLines(lines, (line) => maskTally(line, key))
})
