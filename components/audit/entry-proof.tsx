'use client'

import { useQuery } from '@tanstack/react-query'
import { clsx } from 'clsx'
import { Check, CircleAlert } from 'lucide-react'
import { useRested } from '@/components/filters/use-rested'
import { ProblemNotice } from '@/components/problem/problem-notice'
import type { ProvenEntry } from '@/lib/contract/ledger'
import { ledgerEntryQuery, ledgerStateQuery } from '@/lib/query/ledger'
import { checkProof, isSound, type ProofCheck } from './check-proof'

/** Reading an entry is itself recorded: what is passed over with the arrow keys is not read. */
const REST_MS = 600

/** The first and the last entry of an access, each proved in this browser. */
export function EntryProof({ entries }: { entries: readonly number[] }) {
  const first = entries[0]
  const last = entries.at(-1)
  const wanted = [first, last].filter((sequence, i, all) => all.indexOf(sequence) === i)
  const shown = wanted.join()
  const rested = useRested(shown, REST_MS)
  return (
    <div className="mt-4 flex flex-col gap-3 border-line border-t pt-3">
      {wanted.map(
        (sequence) =>
          sequence !== undefined && (
            <Proof key={sequence} sequence={sequence} wanted={rested === shown} />
          ),
      )}
    </div>
  )
}

function Proof({ sequence, wanted }: { sequence: number; wanted: boolean }) {
  const { data, error, refetch } = useQuery({ ...ledgerEntryQuery(sequence), enabled: wanted })
  const ledger = useQuery(ledgerStateQuery()).data
  const verifierKey = ledger?.verifierKey ?? null
  const check = useQuery({
    queryKey: ['checkProof', data, verifierKey],
    queryFn: () => {
      if (data === undefined) throw new Error('asked for before the entry came')
      return checkProof(data, verifierKey)
    },
    enabled: data !== undefined,
    staleTime: Infinity,
    retry: false,
  })
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} inline />
  if (data === undefined)
    return <p className="after-300ms text-[12px] text-muted">Reading entry {sequence}…</p>
  return (
    <dl className="grid grid-cols-[6.5rem_1fr] gap-x-3 gap-y-1">
      <dt className="text-muted">
        Leaf <span className="tabular-nums">{sequence.toLocaleString('en-GB')}</span>
      </dt>
      <dd className="min-w-0">
        <span className="font-mono text-[12px]" title={data.leafHash}>
          {`${data.leafHash.slice(0, 4)}…${data.leafHash.slice(-4)}`}
        </span>
        <span className="text-muted">
          {' '}
          · {data.phase} · {proofWords(data)}
        </span>
        {check.data !== undefined && <Verdict check={check.data} />}
        {check.error !== null && (
          <p className="text-[12px] text-muted">
            This browser cannot check it on a page without https; the exported ledger can be checked
            anywhere.
          </p>
        )}
        <details className="mt-1 text-[12px]">
          <summary className="cursor-default text-muted hover:text-ink">
            What the entry says
          </summary>
          <pre className="mt-1 max-h-72 select-all overflow-auto whitespace-pre-wrap break-all rounded bg-sunk p-2 font-mono text-[11px]">
            {pretty(data)}
          </pre>
        </details>
      </dd>
    </dl>
  )
}

function proofWords({ proof, checkpoint }: ProvenEntry): string {
  if (proof === null || checkpoint === null) return 'no checkpoint covers it yet'
  return `proof of ${proof.length} ${proof.length === 1 ? 'hash' : 'hashes'}`
}

function Verdict({ check }: { check: ProofCheck }) {
  const sound = isSound(check)
  const Icon = sound ? Check : CircleAlert
  return (
    <p className={clsx('flex items-start gap-1.5 text-[12px]', sound ? 'text-ok' : 'text-danger')}>
      <Icon size={13} aria-hidden className="mt-0.5 shrink-0" />
      <span>{verdictWords(check)}</span>
    </p>
  )
}

/** What the browser found, in a sentence. */
export function verdictWords(check: ProofCheck): string {
  if (!check.leaf) return 'The hash is not that of the entry: it was changed.'
  if (!check.personal) return 'A name or text shown is not the one that the entry commits to.'
  if (check.included === false) return 'The entry does not lie under the root of the checkpoint.'
  if (check.stated === false) return 'The checkpoint’s note states another root or size.'
  if (check.signed === false) return 'The checkpoint is not signed by the key of this ledger.'
  if (check.included === null)
    return 'checked in this browser: the hash; the proof is still to come'
  return check.signed === true
    ? 'checked in this browser: hash, proof, root and signature'
    : 'checked in this browser: hash, proof and root; it knows no Ed25519 for the signature'
}

function pretty({ leaf, personal }: ProvenEntry): string {
  let value: unknown = leaf
  try {
    value = JSON.parse(leaf)
  } catch {
    // Shown as it is: a leaf that is no JSON is worth seeing.
  }
  const texts = Object.fromEntries(
    Object.entries(personal).map(([field, { text }]) => [field, text]),
  )
  return JSON.stringify({ entry: value, inClear: texts }, null, 2)
}
