import type { Metadata } from 'next'
import { Permitted } from '@/components/shell/permitted'
import { StatusPanel } from '@/components/status/status-panel'

export const metadata: Metadata = { title: 'Status' }

export default function StatusPage() {
  return (
    <Permitted permission="status.view">
      <StatusPanel />
    </Permitted>
  )
}
