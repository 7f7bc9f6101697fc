'use client'

import { createContext } from 'react'
import type { AskWhy } from '@/lib/query/reasoned-export'

/** How a reader is asked for the reason of an export; the page says so. Asks nothing where it says nothing. */
export const AskWhyContext = createContext<AskWhy>(() => ({}))
