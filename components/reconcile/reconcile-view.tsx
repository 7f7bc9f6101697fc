'use client'

import { ColumnsForm } from './columns-form'
import { Comparing } from './comparing'
import { DropZone } from './drop-zone'
import { Inbox } from './inbox'
import { useReconcile } from './use-reconcile'

type ReconcileViewProps = { mayOpen: boolean; by: string; tenant: string }

/** From an HR file to what is wrong, without the file leaving the browser. */
export function ReconcileView(props: ReconcileViewProps) {
  const { now, session } = useReconcile()
  const { phase, table, failure } = now
  if (phase === 'loading' || phase === 'comparing')
    return <Comparing now={now} onCancel={session.cancel} />
  if (phase === 'done') return <Inbox now={now} session={session} {...props} />
  if (phase === 'columns' && table !== null)
    return (
      <ColumnsForm
        key={table.fileDigest}
        table={table}
        failure={failure}
        onCompare={(mapping, rules) => void session.compare(mapping, rules)}
        onOther={session.clear}
      />
    )
  return (
    <DropZone
      onFile={(file) => void session.open(file)}
      busy={phase === 'opening'}
      failure={failure !== null && 'words' in failure ? failure.words : null}
    />
  )
}
