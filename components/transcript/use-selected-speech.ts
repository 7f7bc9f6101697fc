'use client'

import { type RefObject, useEffect, useState } from 'react'
import type { Utterance } from '@/lib/contract/transcript'
import { type SelectedSpeech, speechBetween } from './selected-speech'

/** The speech selected within `root`, null while nothing is. */
export function useSelectedSpeech(
  root: RefObject<HTMLElement | null>,
  utterances: readonly Utterance[],
): SelectedSpeech | null {
  const [selected, setSelected] = useState<SelectedSpeech | null>(null)
  useEffect(() => {
    const read = () => {
      const selection = document.getSelection()
      const target = root.current
      if (selection === null || target === null || selection.isCollapsed) return setSelected(null)
      const range = selection.rangeCount > 0 ? selection.getRangeAt(0) : null
      if (range === null || !target.contains(range.commonAncestorContainer)) {
        return setSelected(null)
      }
      const from = edgeAt(range.startContainer, range.startOffset)
      const to = edgeAt(range.endContainer, range.endOffset)
      setSelected(from === null || to === null ? null : speechBetween(utterances, from, to))
    }
    document.addEventListener('selectionchange', read)
    return () => document.removeEventListener('selectionchange', read)
  }, [root, utterances])
  return selected
}

/** Which utterance and which of its characters an end of a selection stands at. */
function edgeAt(node: Node, offset: number): { utterance: number; offset: number } | null {
  const element = node instanceof Element ? node : node.parentElement
  const row = element?.closest('[data-index]')
  if (element == null || row == null) return null
  const utterance = Number(row.getAttribute('data-index'))
  const span = element.closest('[data-from]')
  if (span !== null) {
    const within = node instanceof Text && node.parentElement === span ? offset : 0
    return { utterance, offset: Number(span.getAttribute('data-from')) + within }
  }
  // Beside the words: a triple click ends at the start of the next line's first element.
  return { utterance, offset: 0 }
}
