'use client'

import { clsx } from 'clsx'
import { Paperclip } from 'lucide-react'
import type { Side } from '@/lib/contract/party-side'
import { formatBytes } from '@/lib/format/bytes'
import { formatInstant } from '@/lib/format/instant'
import { formatPhone } from '@/lib/format/phone'
import { usePreferences } from '../ui/preferences'

export type ShownMessage = {
  sender: string | null
  side: Side
  sentUtc: string | null
  body: string | null
  attachments: readonly {
    name: string | null
    mediaType: string | null
    sizeBytes: number | null
  }[]
}

/** Messages as bubbles: ours to the right, theirs to the left, as on a telephone. */
export function MessageView({ messages }: { messages: readonly ShownMessage[] }) {
  return (
    <ol aria-label="Messages" className="flex flex-col gap-3 p-4">
      {messages.map((message, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: messages have no id and do not move
        <li key={index} className={clsx('flex', message.side === 'internal' && 'justify-end')}>
          <Bubble message={message} />
        </li>
      ))}
    </ol>
  )
}

function Bubble({ message }: { message: ShownMessage }) {
  const { zone } = usePreferences()
  const { sender, side, sentUtc, body, attachments } = message
  return (
    <article className="max-w-[min(34rem,85%)]">
      <p className={clsx('mb-0.5 flex gap-2 text-[12px]', side === 'internal' && 'justify-end')}>
        <span
          className={clsx('font-semibold', side === 'internal' ? 'text-internal' : 'text-external')}
        >
          {sender === null ? 'Unknown' : formatPhone(sender)}
        </span>
        {sentUtc !== null && (
          <time dateTime={sentUtc} className="text-muted tabular-nums">
            {formatInstant(sentUtc, zone)}
          </time>
        )}
      </p>
      <div
        className={clsx(
          'rounded-lg px-3 py-2 text-sm',
          side === 'internal' ? 'rounded-tr-none bg-accent-ground' : 'rounded-tl-none bg-sunk',
        )}
      >
        <p className="whitespace-pre-wrap break-words">
          {body === null || body === '' ? (
            <span className="text-muted">No text was recorded.</span>
          ) : (
            body
          )}
        </p>
        {attachments.length > 0 && (
          <ul aria-label="Attachments" className="mt-2 flex flex-col gap-1 text-[12px] text-muted">
            {attachments.map((attachment, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: attachments have no id and do not move
              <li key={index} className="flex items-center gap-1.5">
                <Paperclip size={13} aria-hidden />
                <span className="text-ink">{attachment.name ?? 'Attachment'}</span>
                {attachment.mediaType !== null && <span>{attachment.mediaType}</span>}
                {attachment.sizeBytes !== null && <span>{formatBytes(attachment.sizeBytes)}</span>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </article>
  )
}
