import type { ReactNode } from 'react'
import type { Role } from '@/lib/contract/permission'
import type { SavedView } from '@/lib/contract/saved-view'
import { Problem } from '@/lib/problem/problem'

type NewerViewProps = { view: SavedView; roleName: (role: Role) => string; children?: ReactNode }

/** Whether a change was refused because the view is another by now. */
export const isConflict = (error: unknown): boolean =>
  error instanceof Problem && error.slug === 'conflict'

/** How a view is by now that was changed elsewhere, for whoever wanted to change it. */
export function NewerView({ view, roleName, children }: NewerViewProps) {
  const { name, sharedWith } = view
  const seenBy = sharedWith === null ? 'only by you' : `by every ${roleName(sharedWith)}`
  return (
    <p className="text-[12px] text-muted">
      It is now called “{name}” and seen {seenBy}. {children}Saving again replaces that.
    </p>
  )
}
