'use client'

import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { TextArea } from '@/components/ui/text-area'
import type { RememberedRules } from './rules-memory'

type RulesFormProps = {
  rules: RememberedRules
  /** The country of this console. */
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
              if (/^[A-Z]{2}$/.test(country)) onRulesChange({ ...rules, defaultCountry: country })
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
      <Field
        label="Which department or group is kept how"
        hint="One rule a line: department; group; retention group in Focus. The first that fits decides. Without rules retention is not compared."
        error={wrong.length === 0 ? undefined : wrongWords(wrong)}
      >
        <TextArea
          rows={8}
          defaultValue={rules.retentionText}
          placeholder={'Trading; ; Trading 7 years\n; Desk 4; Voice 10 years'}
          onChange={(event) =>
            onRulesChange({ ...rules, retentionText: event.currentTarget.value.slice(0, 20_000) })
          }
          className="font-mono text-[12px]"
        />
      </Field>
      <Field
        label="Rights that need somebody in HR"
        hint="As Focus names them, one a line. An active user with one of these, whom HR does not have, is named."
      >
        <TextArea
          rows={4}
          defaultValue={rules.privilegedText}
          spellCheck={false}
          onChange={(event) =>
            onRulesChange({ ...rules, privilegedText: event.currentTarget.value.slice(0, 20_000) })
          }
          className="font-mono text-[12px]"
        />
      </Field>
    </section>
  )
}

function wrongWords(wrong: readonly string[]): string {
  const lines = wrong.slice(0, 3).join(' / ')
  return `${wrong.length === 1 ? 'This line is' : 'These lines are'} no rule: ${lines}`
}
