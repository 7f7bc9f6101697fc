'use client'

import { usePathname } from 'next/navigation'
import {
  createContext,
  type Dispatch,
  type ReactNode,
  type SetStateAction,
  use,
  useEffect,
  useState,
} from 'react'
import { entryOf } from './navigation'

const SetTitle = createContext<Dispatch<SetStateAction<ReactNode>>>(() => {})
const Title = createContext<ReactNode>(null)

export function PageTitleProvider({ children }: { children: ReactNode }) {
  const [title, setTitle] = useState<ReactNode>(null)
  return (
    <SetTitle value={setTitle}>
      <Title value={title}>{children}</Title>
    </SetTitle>
  )
}

/**
 * Puts what a page is about into the top bar, instead of the name of its entry in the rail. Renders nothing where it
 * stands. Give it text or another stable node.
 */
export function PageTitle({ children }: { children: ReactNode }) {
  const setTitle = use(SetTitle)
  useEffect(() => {
    setTitle(children)
    return () => setTitle(null)
  }, [setTitle, children])
  return null
}

/** What stands in the top bar. */
export function useShownTitle(): ReactNode {
  const title = use(Title)
  const entry = entryOf(usePathname())
  return title ?? entry?.label ?? 'Focus Console'
}
