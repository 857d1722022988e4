'use client'

import { useState } from 'react'
import { useAgo, useText } from '@/components/i18n/use-text'
import { BodyDifference } from '@/components/item/body-difference'
import { textOf } from '@/components/item/form-values'
import type { FieldConflict, FormConflict, ItemForm } from '@/components/item/use-item-form'
import { useValueWords } from '@/components/item/use-value-words'
import { Button } from '@/components/ui/button'
import { FormDialog } from '@/components/ui/form-dialog'
import { RadioGroup } from '@/components/ui/radio-group'

/** Two people changed the same fields: field by field it is said who changed it to what, and one chooses. */
export function ConflictDialog({ form }: { form: ItemForm }) {
  return form.conflict ? <Choices key={form.conflict.current.revision} form={form} conflict={form.conflict} /> : null
}

function Choices({ form, conflict }: { form: ItemForm; conflict: FormConflict }) {
  const text = useText('item.conflict')
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set())
  const choose = (names: readonly string[], side: 'mine' | 'theirs') =>
    setTheirs((now) => {
      const next = new Set(now)
      for (const name of names) side === 'theirs' ? next.add(name) : next.delete(name)
      return next
    })
  const names = conflict.fields.map(({ name }) => name)
  return (
    <FormDialog
      size="lg"
      title={text('title')}
      description={text('explanation')}
      dismissible={false}
      action={text('save')}
      onSubmit={() => form.resolve(new Set(names.filter((name) => !theirs.has(name))))}
      onClose={form.postpone}
      extra={
        names.length > 1 ? (
          <>
            <Button onClick={() => choose(names, 'mine')}>{text('allMine')}</Button>
            <Button onClick={() => choose(names, 'theirs')}>{text('allTheirs')}</Button>
          </>
        ) : null
      }
    >
      <ul className="flex flex-col gap-5">
        {conflict.fields.map((field) => (
          <li key={field.name} className="border-t pt-4 first:border-t-0 first:pt-0">
            <Choice
              type={conflict.current.type}
              field={field}
              side={theirs.has(field.name) ? 'theirs' : 'mine'}
              onChoose={(side) => choose([field.name], side)}
            />
          </li>
        ))}
      </ul>
    </FormDialog>
  )
}

interface ChoiceProps {
  type: string
  field: FieldConflict
  side: 'mine' | 'theirs'
  onChoose: (side: 'mine' | 'theirs') => void
}

function Choice({ type, field, side, onChoose }: ChoiceProps) {
  const text = useText('item.conflict')
  const ago = useAgo()
  const { fieldName, valueWords } = useValueWords(type)
  const { name, mine, theirs, by, at } = field
  const who = by?.name ?? text('somebody')
  const when = at ? ago(at) : ''
  const isBody = name === 'body'
  return (
    <>
      <RadioGroup
        label={text('said', { who, when, field: fieldName(name) })}
        value={side}
        onValueChange={onChoose}
        options={[
          { value: 'mine', label: text('mine'), help: isBody ? undefined : valueWords(name, mine) },
          { value: 'theirs', label: text('theirs'), help: isBody ? undefined : valueWords(name, theirs) },
        ]}
      />
      {isBody ? <BodyDifference before={textOf(theirs)} after={textOf(mine)} label={text('bodies')} /> : null}
    </>
  )
}
