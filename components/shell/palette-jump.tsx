'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { AudioLines, Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { problemWords } from '@/components/problem/problem-words'
import { recordingSearchQuery } from '@/lib/query/recordings'
import { recordingHref } from '@/lib/url/recording-url'
import { jumpTarget } from './jump-target'
import { PaletteItem } from './palette-item'
import { useViewer } from './viewer'

/** Offers to open the recording that a pasted id names. */
export function PaletteJump({ text, onDone }: { text: string; onDone: () => void }) {
  const { permissions } = useViewer()
  const router = useRouter()
  const { find, finding, answer } = useFindByThirdPartyId()
  const { recordingId, thirdPartyId } = jumpTarget(text)
  if (!permissions.includes('recordings.read')) return null
  if (recordingId === null && thirdPartyId === null) return null

  const open = (id: number) => {
    onDone()
    router.push(recordingHref(id))
  }
  return (
    <Command.Group heading="Recordings" forceMount>
      {recordingId !== null && (
        <PaletteItem
          forceMount
          value={`recording ${recordingId}`}
          icon={<AudioLines size={15} aria-hidden />}
          onSelect={() => open(recordingId)}
        >
          Open recording {recordingId}
        </PaletteItem>
      )}
      {thirdPartyId !== null && (
        <PaletteItem
          forceMount
          value={`third party ${thirdPartyId}`}
          icon={<Search size={15} aria-hidden />}
          onSelect={async () => {
            const id = await find(thirdPartyId)
            if (id !== null) open(id)
          }}
        >
          Find the recording with third-party id {thirdPartyId}
        </PaletteItem>
      )}
      <p role="status" className="px-2 text-[12px] text-muted">
        {finding ? 'Looking for it…' : answer?.for === thirdPartyId ? answer.text : ''}
      </p>
    </Command.Group>
  )
}

/** Searches by the id of the source platform; says in words when that finds nothing. */
function useFindByThirdPartyId() {
  const client = useQueryClient()
  const [finding, setFinding] = useState(false)
  const [answer, setAnswer] = useState<{ for: string; text: string } | null>(null)

  async function find(thirdPartyId: string): Promise<number | null> {
    setFinding(true)
    try {
      const search = { thirdPartyIds: { include: [thirdPartyId] }, limit: 1 }
      const page = await client.fetchQuery(recordingSearchQuery(search))
      const found = page.recordings[0]
      if (found) return found.id
      setAnswer({ for: thirdPartyId, text: 'No recording has that id.' })
    } catch (error) {
      const { title, detail } = problemWords(error)
      setAnswer({ for: thirdPartyId, text: `${title}. ${detail}` })
    } finally {
      setFinding(false)
    }
    return null
  }
  return { find, finding, answer }
}
