import { Bot } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import type { User } from '@/lib/contract/user'

/** Marks a user that is a program, also the one this console works as; nothing for people. */
export function ServiceBadge({ user: { serviceUser, ours } }: { user: User }) {
  if (serviceUser !== true && !ours) return null
  return (
    <Badge tone="accent">
      <Bot size={12} aria-hidden />
      service user
    </Badge>
  )
}
