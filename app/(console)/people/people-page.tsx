'use client'

import { PeopleView } from '@/components/people/people-view'
import { useReasons } from '@/components/reasons/reasons'

export function PeoplePage() {
  const { ask } = useReasons()
  return <PeopleView askWhy={(refused) => ask({ purpose: 'export', refused })} />
}
