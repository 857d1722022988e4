'use client'

import { Plus, Trash2 } from 'lucide-react'
import { useText } from '@/components/i18n/use-text'
import { useItemChoices } from '@/components/item/use-item-choices'
import { Button, IconButton } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { FieldGroup, type FieldProps } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { type Claim, claimKinds } from '@/server/domain/content/item.schema'

interface Props extends Pick<FieldProps, 'label' | 'help' | 'error' | 'disabled' | 'name'> {
  value: readonly Claim[]
  onValueChange: (value: Claim[]) => void
  onBlur: () => void
}

/** What the item says about topics, one row for each statement. */
export function ClaimsEditor({ label, help, error, disabled = false, name, value, onValueChange, onBlur }: Props) {
  const text = useText('item.claims')
  const { terms, known } = useItemChoices()
  const kinds = claimKinds.map((kind) => ({ value: kind, label: text(`kind.${kind}`) }))
  // Rows are added at the end only, so their place is what they are known by.
  const rows = value.map((claim, at) => ({ claim, at, key: `claim ${at}` }))
  const change = (at: number, part: Partial<Claim>) =>
    onValueChange(value.map((claim, n) => (n === at ? { ...claim, ...part } : claim)))
  return (
    <FieldGroup label={label} help={help} error={error} disabled={disabled}>
      <ul className="flex flex-col gap-2">
        {rows.map(({ claim, at, key }) => (
          <li key={key} className="flex flex-wrap items-start gap-2 sm:flex-nowrap">
            <Combobox
              label={text('topic', { at: at + 1 })}
              labelHidden
              placeholder={text('topicHint')}
              {...(at === 0 && name ? { name } : {})}
              className="min-w-40 flex-2"
              disabled={disabled}
              clearable={false}
              items={terms('topic')}
              knownItems={known('topic')}
              value={claim.topic === '' ? null : claim.topic}
              onValueChange={(topic) => change(at, { topic: topic ?? '' })}
              onBlur={onBlur}
            />
            <Select
              label={text('kindLabel', { at: at + 1 })}
              labelHidden
              className="min-w-32 flex-1"
              disabled={disabled}
              items={kinds}
              value={claim.kind}
              onValueChange={(kind) => change(at, { kind })}
            />
            <TextInput
              label={text('value', { at: at + 1 })}
              labelHidden
              placeholder={text('valueHint')}
              className="min-w-32 flex-2"
              disabled={disabled}
              maxLength={300}
              value={claim.value}
              onValueChange={(next) => change(at, { value: next })}
              onBlur={onBlur}
            />
            {disabled ? null : (
              <IconButton
                icon={<Trash2 />}
                label={text('remove', { at: at + 1 })}
                onClick={() => onValueChange(value.filter((_, n) => n !== at))}
              />
            )}
          </li>
        ))}
      </ul>
      {disabled ? null : (
        <Button
          size="sm"
          variant="quiet"
          className="mt-1 self-start"
          icon={<Plus aria-hidden />}
          onClick={() => onValueChange([...value, { topic: '', kind: 'price', value: '' }])}
        >
          {text('add')}
        </Button>
      )}
    </FieldGroup>
  )
}
