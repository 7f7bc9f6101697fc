import { defineLines } from '@/lib/bff/define-lines'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'
import { members } from '@/lib/retention/members'

export const POST = defineLines(API.getRetentionMembers, (input) => members(focus(), input))
