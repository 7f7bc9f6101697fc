'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { clsx } from 'clsx'
import { Check, CircleAlert, LoaderCircle } from 'lucide-react'
import { Tooltip } from '@/components/ui/tooltip'
import type { LedgerState } from '@/lib/contract/ledger'
import { formatInstant, type Zone } from '@/lib/format/instant'
import { ledgerStateQuery, verifyLedger } from '@/lib/query/ledger'

const number = (value: number) => value.toLocaleString('en-GB')

/** How far the ledger is proved, in few words: `verified to entry 48,213 at 17:59`. Entries count from 0. */
export function badgeWords(state: LedgerState, zone: Zone, todayUtc: string): string {
  const { verified } = state
  if (verified === null) return 'not verified yet'
  const sameDay =
    formatInstant(verified.timeUtc, zone, 'date') === formatInstant(todayUtc, zone, 'date')
  const time = formatInstant(verified.timeUtc, zone, sameDay ? 'time' : 'minute')
  const at = sameDay ? time.slice(0, 5) : time
  if (!verified.sound) return `not sound: ${verified.words}`
  if (verified.size === 0) return `verified, still empty, at ${at}`
  return `verified to entry ${number(verified.size - 1)} at ${at}`
}

/** The badge: green while the ledger is sound, red with the reason when not. Pressing it verifies anew. */
export function LedgerBadge({ zone }: { zone: Zone }) {
  const client = useQueryClient()
  const query = ledgerStateQuery()
  const { data, error } = useQuery(query)
  const verify = useMutation({
    mutationFn: verifyLedger,
    onSuccess: (state) => client.setQueryData(query.queryKey, state),
  })
  const failure = verify.error ?? error
  if (data === undefined && failure === null) return null
  const sound = data?.verified?.sound === true
  const bad = data?.verified?.sound === false || (data === undefined && failure !== null)
  const words = verify.isPending
    ? 'verifying every entry…'
    : failure !== null
      ? `could not be verified: ${failure.message}`
      : data === undefined
        ? ''
        : badgeWords(data, zone, new Date().toISOString())
  const Icon = verify.isPending ? LoaderCircle : sound && failure === null ? Check : CircleAlert
  return (
    <Tooltip content={`${hint(data, zone)} Press to verify every entry anew.`}>
      <button
        type="button"
        disabled={verify.isPending}
        onClick={() => verify.mutate()}
        className={clsx(
          'inline-flex min-h-6 max-w-full items-center gap-1.5 rounded-full border px-2.5 py-0.5 text-left text-[12px]',
          bad || failure !== null
            ? 'border-danger/50 bg-danger-ground text-danger'
            : sound
              ? 'border-ok/50 text-ok'
              : 'border-line text-muted',
        )}
      >
        <Icon size={13} aria-hidden className="shrink-0" />
        <span aria-live="polite">{words}</span>
      </button>
    </Tooltip>
  )
}

function hint(state: LedgerState | undefined, zone: Zone): string {
  if (state?.checkpoint == null) return 'No checkpoint has been signed yet.'
  const { checkpoint, witness, witnessedSize } = state
  const signed = `Newest checkpoint: ${number(checkpoint.size)} entries, ${formatInstant(checkpoint.timeUtc, zone)}.`
  const kept =
    witness === null
      ? 'No copy is kept outside the database.'
      : witnessedSize === null
        ? 'None has reached the place outside yet.'
        : `A checkpoint of ${number(witnessedSize)} entries is kept outside.`
  return `${signed} ${kept}`
}
