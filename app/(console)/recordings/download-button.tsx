'use client'

import { Download } from 'lucide-react'
import { useReasons } from '@/components/reasons/reasons'
import { useViewer } from '@/components/shell/viewer'
import { IconButton } from '@/components/ui/icon-button'
import type { Recording } from '@/lib/contract/recording'
import { downloadUrl } from '@/lib/query/media'

/** Keeps the media as a file, for those who may. */
export function DownloadButton({ recording }: { recording: Recording }) {
  const { permissions } = useViewer()
  const { ask } = useReasons()
  const silent = recording.hasAudio !== true && recording.hasVideo !== true
  if (silent || !permissions.includes('recordings.download')) return null
  const download = async () => {
    const answer = await ask({ purpose: 'download', tags: recording.tags })
    if (answer === 'cancelled') return
    const link = document.createElement('a')
    link.href = downloadUrl(recording.id, answer.reasonId)
    link.download = ''
    link.click()
  }
  return (
    <IconButton
      label="Download the media"
      size="sm"
      icon={<Download size={15} aria-hidden />}
      onClick={() => void download()}
    />
  )
}
