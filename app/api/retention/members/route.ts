import { pseudonymKey } from '@/lib/access/pseudonym-key'
import { defineLines } from '@/lib/bff/define-lines'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'
import { maskLines, maskMembers } from '@/lib/pseudonym/mask'
import { members } from '@/lib/retention/members'

export const POST = defineLines(API.getRetentionMembers, (input) => {
  const key = pseudonymKey(input.session)
  return maskLines(members(focus(), input), (line) => maskMembers(line, key))
})
