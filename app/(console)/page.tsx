import { redirect } from 'next/navigation'
import { openPages } from '@/components/shell/navigation'
import { NoPages } from '@/components/shell/no-pages'
import { currentSession } from '@/lib/access/session'

/** Opens the first page that the role may open. */
export default async function HomePage() {
  const session = await currentSession()
  const [first] = openPages(session?.permissions ?? [])
  if (first) redirect(first.href)
  return <NoPages />
}
