'use client'

import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

type LocalFormProps = {
  /** Takes a click now. */
  ready: boolean
  busy: boolean
  onSubmit: (credentials: { email: string; password: string }) => void
}

/** With an account of this console: e-mail address and password. */
export function LocalForm({ ready, busy, onSubmit }: LocalFormProps) {
  return (
    <form
      // Should the browser ever send it by itself, the password must not stand in an address.
      method="post"
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        onSubmit({
          email: String(form.get('email') ?? '').trim(),
          password: String(form.get('password') ?? ''),
        })
      }}
    >
      <Field label="E-mail address">
        <Input className="h-9" name="email" type="email" autoComplete="username" required />
      </Field>
      <Field label="Password">
        <Input
          className="h-9"
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
      </Field>
      <Button type="submit" variant="primary" className="mt-1 h-9" disabled={!ready}>
        {busy ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  )
}
