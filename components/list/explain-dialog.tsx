'use client'

import { useQuery } from '@tanstack/react-query'
import { Copy } from 'lucide-react'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { notify } from '@/components/ui/notify'
import { Skeleton } from '@/components/ui/skeleton'
import type { ExplainQuery } from '@/lib/query/page-query'

type ExplainDialogProps = {
  query: ExplainQuery
  /** What is behind what, where it is not the first page of a list. */
  title?: string
  description?: string
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** The exact Focus requests behind the list, as JSON and as curl. */
export function ExplainDialog(props: ExplainDialogProps) {
  const { query, open, onOpenChange } = props
  const explained = useQuery({ ...query, enabled: open })
  return (
    <Dialog
      title={props.title ?? 'The request behind this list'}
      description={
        props.description ??
        'What is sent to Focus for the first page, with the key and the token left out.'
      }
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
    >
      {explained.isError && (
        <ProblemNotice error={explained.error} onRetry={() => void explained.refetch()} />
      )}
      {explained.isPending && <Skeleton className="h-40 w-full" />}
      {explained.data?.requests.map((request) => (
        <section key={request.curl} className="mb-4">
          <h3 className="mb-2 break-all font-mono text-[12px]">
            {request.method} {request.url}
          </h3>
          <Listing name="JSON" text={JSON.stringify(request.body, null, 2)} />
          <Listing name="curl" text={request.curl} />
        </section>
      ))}
    </Dialog>
  )
}

function Listing({ name, text }: { name: string; text: string }) {
  return (
    <div className="relative mb-2">
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a listing that scrolls must be reachable by keys
        tabIndex={0}
        aria-label={name}
        className="max-h-72 overflow-auto rounded-md bg-sunk p-3 pr-24"
      >
        <pre className="font-mono text-[12px]">{text}</pre>
      </section>
      <span className="absolute top-1.5 right-3">
        <Button
          size="sm"
          onClick={() =>
            void navigator.clipboard.writeText(text).then(() => notify(`${name} copied`))
          }
        >
          <Copy size={12} aria-hidden />
          Copy {name}
        </Button>
      </span>
    </div>
  )
}
