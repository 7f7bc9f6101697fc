import type { ReactNode } from 'react'
import { BrandMark } from '@/components/ui/brand-mark'

type SignInFrameProps = {
  /** Which tenant this console shows, and whether it is the sandbox. */
  tenant: { label: string; sandbox: boolean }
  children: ReactNode
}

/** The page around the ways in. */
export function SignInFrame({ tenant, children }: SignInFrameProps) {
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center px-4 py-10">
      <div className="w-full max-w-100">
        <BrandMark size={32} />
        <h1 className="mt-5 font-semibold text-[22px] leading-tight tracking-tight">
          Sign in to Focus Console
        </h1>
        <p className="mt-1.5 mb-6 text-[14px] text-muted">
          {tenant.sandbox
            ? 'This console shows the sandbox tenant: an invented firm with invented calls. Choose who to be.'
            : `Recorded communications of ${tenant.label}.`}
        </p>
        {children}
        <p className="mt-6 text-[12px] text-muted">
          What you search, read and play is recorded under your name.
        </p>
      </div>
    </main>
  )
}
