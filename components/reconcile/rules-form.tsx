'use client'

import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { RememberedRules } from './rules-memory'

type RulesFormProps = {
  rules: RememberedRules
  /** Of the deployment, ISO 3166 alpha-2. */
  defaultCountry: string
  /** Lines of the retention rules that are none. */
  wrong: readonly string[]
  onRulesChange: (rules: RememberedRules) => void
}

/** By which rules HR and Focus are compared; remembered in this browser. */
export function RulesForm({ rules, defaultCountry, wrong, onRulesChange }: RulesFormProps) {
  return (
    <section aria-label="Rules" className="flex min-w-0 flex-col gap-3">
      <h2 className="font-semibold">Rules</h2>
      <div className="grid grid-cols-2 gap-3">
        <Field label="Country of numbers without one" hint="Two letters, such as GB">
          <Input
            defaultValue={rules.defaultCountry ?? defaultCountry}
            maxLength={2}
            onChange={(event) => {
              const country = event.currentTarget.value.toUpperCase()
              if (/^[A-Z]{2}$/.test(country))
                onRulesChange({
                  ...rules,
                  defaultCountry: country === defaultCountry ? null : country,
                })
            }}
          />
        </Field>
        <Field label="Days until an endpoint is silent" hint="Without a recording">
          <Input
            type="number"
            min={1}
            max={3650}
            defaultValue={rules.silentDays}
            onChange={(event) => {
              const days = Number(event.currentTarget.value)
              if (Number.isInteger(days) && days >= 1 && days <= 3650)
                onRulesChange({ ...rules, silentDays: days })
            }}
          />
        </Field>
      </div>
      <div className="flex flex-col gap-1">
        <label htmlFor="privileged-rights" className="font-medium text-[12px] text-muted">
          Which rights are privileged
        </label>
        <textarea
          id="privileged-rights"
          rows={4}
          defaultValue={rules.privilegedText}
          aria-describedby="privileged-rights-hint"
          onChange={(event) =>
            onRulesChange({ ...rules, privilegedText: event.currentTarget.value.slice(0, 5_000) })
          }
          className="w-full rounded-md border border-line bg-panel px-2.5 py-1.5 font-mono text-[12px] hover:border-line-strong"
        />
        <p id="privileged-rights-hint" className="text-[12px] text-muted">
          One right a line, as Focus names it. Whoever has one and is not in HR is named. Without
          any nobody is.
        </p>
      </div>
      <div className="flex flex-col gap-1">
        <label htmlFor="retention-rules" className="font-medium text-[12px] text-muted">
          Which department or group is kept how
        </label>
        <textarea
          id="retention-rules"
          rows={8}
          defaultValue={rules.retentionText}
          placeholder={'Trading; ; Trading 7 years\n; Desk 4; Voice 10 years'}
          aria-describedby="retention-rules-hint"
          aria-invalid={wrong.length > 0}
          onChange={(event) =>
            onRulesChange({ ...rules, retentionText: event.currentTarget.value.slice(0, 20_000) })
          }
          className="w-full rounded-md border border-line bg-panel px-2.5 py-1.5 font-mono text-[12px] hover:border-line-strong aria-invalid:border-danger"
        />
        <p id="retention-rules-hint" className="text-[12px] text-muted">
          One rule a line: department; group; retention group in Focus. The first that fits decides.
          Without rules retention is not compared.
        </p>
        {wrong.length > 0 && (
          <p role="alert" className="text-[12px] text-danger">
            {wrong.length === 1 ? 'This line is' : 'These lines are'} no rule:{' '}
            {wrong.slice(0, 3).join(' / ')}
          </p>
        )}
      </div>
    </section>
  )
}
