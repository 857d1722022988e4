'use client'

import type { RefObject } from 'react'
import { ChoiceEditor } from '@/components/filter/choice-editor'
import { withOperator } from '@/components/filter/clause'
import { DaysEditor } from '@/components/filter/days-editor'
import type { FieldView } from '@/components/filter/use-filter-fields'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { DateInput } from '@/components/ui/date-input'
import { NumberInput } from '@/components/ui/number-input'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import type { Clause, Operator } from '@/server/domain/filter/filter.schema'
import { operatorsOf } from '@/server/domain/filter/filter-text.rules'

interface Props {
  field: FieldView
  clause: Clause
  onChange: (clause: Clause) => void
  onDone: () => void
}

interface EditorProps extends Props {
  /** Holds the value: what one comes for, so it takes the focus. */
  value: RefObject<HTMLDivElement | null>
}

/** Relation and value of one condition; every change holds at once. */
export function ClauseEditor({ field, clause, value, onChange, onDone }: EditorProps) {
  const text = useText('filter')
  const operators = operatorsOf(field.kind).filter((op) => field.options !== undefined || !needsOptions(field, op))
  return (
    <div className="flex flex-col gap-3">
      {operators.length > 1 ? (
        <Select<Operator>
          label={text('relation', { field: field.label })}
          labelHidden
          value={clause.op}
          onValueChange={(op) => onChange(withOperator(clause, op))}
          items={operators.map((value) => ({ value, label: text(`operator.${value}`) }))}
        />
      ) : null}
      <div ref={value}>
        <Value field={field} clause={clause} onChange={onChange} onDone={onDone} />
      </div>
    </div>
  )
}

const needsOptions = ({ kind }: FieldView, op: Operator) =>
  (kind === 'choice' || kind === 'tags') && op !== 'empty' && op !== 'filled'

function Value({ field, clause, onChange, onDone }: Props) {
  const text = useText('filter')
  const language = useLanguage()
  const [first = '', second = ''] = clause.values
  switch (clause.op) {
    case 'anyOf':
    case 'noneOf':
    case 'allOf':
      return <ChoiceEditor field={field} values={clause.values} onChange={(values) => onChange({ ...clause, values })} />
    case 'contains':
    case 'lacks':
      return (
        <TextInput
          label={field.label}
          labelHidden
          value={first}
          onValueChange={(value) => onChange({ ...clause, values: value === '' ? [] : [value] })}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onDone()
          }}
          placeholder={text('typeText')}
          autoComplete="off"
        />
      )
    case 'between':
      if (field.kind === 'day' || field.kind === 'instant')
        return <DaysEditor values={[first, second]} onChange={(values) => onChange({ ...clause, values: [...values] })} />
      return (
        <div className="flex items-end gap-3">
          <NumberInput
            label={text('fromNumber')}
            locale={language}
            hasFractions
            value={first === '' ? null : Number(first)}
            onValueChange={(value) => onChange({ ...clause, values: [value === null ? '' : String(value), second] })}
          />
          <NumberInput
            label={text('toNumber')}
            locale={language}
            hasFractions
            value={second === '' ? null : Number(second)}
            onValueChange={(value) => onChange({ ...clause, values: [first, value === null ? '' : String(value)] })}
          />
        </div>
      )
    case 'last':
    case 'next':
      return (
        <NumberInput
          label={text('days')}
          labelHidden
          locale={language}
          min={1}
          max={9999}
          suffix={text('days')}
          value={Number(first) || null}
          onValueChange={(value) => onChange({ ...clause, values: value === null ? [] : [String(Math.round(value))] })}
        />
      )
    case 'is':
      if (field.name === 'asOf')
        return (
          <DateInput
            label={field.label}
            labelHidden
            locale={language}
            value={first === '' ? null : first}
            onValueChange={(day) => onChange({ ...clause, values: day === null ? [] : [day] })}
          />
        )
      return (
        <RadioGroup
          label={field.label}
          labelHidden
          value={first}
          onValueChange={(value) => onChange({ ...clause, values: [value] })}
          options={
            field.options?.map(({ value, label }) => ({ value, label })) ?? [
              { value: 'yes', label: text('yes') },
              { value: 'no', label: text('no') },
            ]
          }
        />
      )
    default:
      return null
  }
}
