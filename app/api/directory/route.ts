import { pseudonymKey } from '@/lib/access/pseudonym-key'
import { defineLines } from '@/lib/bff/define-lines'
import { demandAll } from '@/lib/bff/demand-all'
import { API } from '@/lib/contract/api'
import { readDirectory } from '@/lib/directory/read-directory'
import { focus } from '@/lib/focus/focus'
import { maskDirectory, maskLines } from '@/lib/pseudonym/mask'

export const POST = defineLines(API.readDirectory, (input) => {
  demandAll(input.session, ['people.view', 'endpoints.view', 'users.view', 'retention.view'])
  const key = pseudonymKey(input.session)
  return maskLines(readDirectory(focus(), input), (line) => maskDirectory(line, key))
})
