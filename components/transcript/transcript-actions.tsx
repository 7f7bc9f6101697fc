'use client'

import { Download } from 'lucide-react'
import type { Ref } from 'react'
import type { Transcript } from '@/lib/contract/transcript'
import type { TranscriptHeading } from '@/lib/format/transcript-text'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu'
import { FindBox } from './find-box'
import { SAVE_FORMATS } from './formats'
import type { Find } from './use-find'

type TranscriptActionsProps = {
  transcript: Transcript
  heading: TranscriptHeading
  find: Find
  findRef: Ref<HTMLInputElement>
  /** Whether it may be saved; asked before the file is made. */
  beforeSave: (format: 'txt' | 'vtt' | 'json') => Promise<boolean>
}

/** Find, save and print, for the row of tabs. */
export function TranscriptActions(props: TranscriptActionsProps) {
  const { transcript, heading, find, findRef, beforeSave } = props
  const saveAs = async ({ extension, mediaType, write }: (typeof SAVE_FORMATS)[number]) => {
    if (!(await beforeSave(extension))) return
    const file = new Blob([write(transcript, heading)], { type: `${mediaType};charset=utf-8` })
    save(file, `recording-${transcript.recordingId}.${extension}`)
  }
  return (
    <div className="flex items-center gap-1">
      <FindBox find={find} ref={findRef} />
      <Menu
        align="end"
        trigger={
          <IconButton
            size="sm"
            label="Save the transcript"
            icon={<Download size={14} aria-hidden />}
          />
        }
      >
        {SAVE_FORMATS.map((format) => (
          <MenuItem key={format.extension} onSelect={() => void saveAs(format)}>
            Save as {format.label}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem onSelect={() => window.print()}>Print</MenuItem>
      </Menu>
    </div>
  )
}

/** Hands a file made here to the browser's downloads. */
function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken its own hold of the file once the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 0)
}
