'use client'

import { clsx } from 'clsx'
import { FileSpreadsheet } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useAlive } from '@/components/ui/use-alive'

type DropZoneProps = { onFile: (file: File) => void; busy: boolean; failure: string | null }

/** Where the file is dropped or chosen, with what is true of it: it stays here. */
export function DropZone({ onFile, busy, failure }: DropZoneProps) {
  const [over, setOver] = useState(false)
  const alive = useAlive()
  const input = useRef<HTMLInputElement>(null)
  const take = (files: FileList | null) => {
    const [file] = files ?? []
    if (file !== undefined) onFile(file)
  }
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-4 px-6 py-10">
      <h2 className="font-semibold text-[15px]">Does Focus agree with HR?</h2>
      <p className="text-muted">
        Take a list of everybody from the HR system: a row a person, leavers of the last months
        included, with employee number, name, e-mail, phone numbers, department, job, start and end
        date, as far as there are. CSV, TSV or XLSX, in any order, under any heading.
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the pointer; the button below is for everybody */}
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files)
        }}
        className={clsx(
          'flex flex-col items-center gap-3 rounded-lg border border-dashed px-6 py-10 text-center',
          over ? 'border-accent bg-accent-ground' : 'border-line-strong',
        )}
      >
        <FileSpreadsheet size={28} aria-hidden className="text-muted" />
        <p>{busy ? 'Reading the file…' : 'Drop the HR file here, or'}</p>
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx"
          aria-label="HR file"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            take(event.currentTarget.files)
            event.currentTarget.value = ''
          }}
        />
        <Button variant="primary" disabled={busy || !alive} onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        <p className="text-[12px] text-muted">
          The file never leaves this browser: it is read and compared here, and forgotten when the
          tab is closed.
        </p>
      </div>
      {failure !== null && (
        <p role="alert" className="rounded-md bg-danger-ground px-3 py-2 text-danger">
          {failure}
        </p>
      )}
    </div>
  )
}
