'use client'

import { useDeferredValue } from 'react'
import { ColumnsForm } from './columns-form'
import { Comparing } from './comparing'
import { DropZone } from './drop-zone'
import { Inbox } from './inbox'
import { useReconcile } from './use-reconcile'

type ReconcileViewProps = {
  mayOpen: boolean
  by: string
  tenant: string
  /** Of phone numbers without a country, until the reader says otherwise. */
  defaultCountry: string
}

/** From an HR file to what is wrong, without the file leaving the browser. */
export function ReconcileView({ defaultCountry, ...props }: ReconcileViewProps) {
  const { now: latest, session } = useReconcile()
  // A form or an inbox takes longer to draw than a frame: so it gives way to what the reader does meanwhile.
  const now = useDeferredValue(latest)
  const { phase, table, failure } = now
  if (phase === 'loading' || phase === 'comparing')
    return <Comparing now={now} onCancel={session.cancel} />
  if (phase === 'done') return <Inbox now={now} session={session} {...props} />
  if (phase === 'columns' && table !== null)
    return (
      <ColumnsForm
        key={table.fileDigest}
        table={table}
        defaultCountry={defaultCountry}
        failure={failure}
        onCompare={(mapping, rules) => session.compare(mapping, rules)}
        onReadAs={session.readAs}
        onOther={session.clear}
      />
    )
  return (
    <DropZone
      onFile={(file) => session.open(file)}
      busy={phase === 'opening'}
      failure={failure !== null && 'words' in failure ? failure.words : null}
    />
  )
}
