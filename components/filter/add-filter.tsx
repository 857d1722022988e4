'use client'

import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { fieldGroups } from '@/components/filter/filter-fields'
import type { FieldView } from '@/components/filter/use-filter-fields'
import { useText } from '@/components/i18n/use-text'
import { AddChip } from '@/components/ui/chip'
import { Combobox } from '@/components/ui/combobox'
import type { Option } from '@/components/ui/option'
import { Popover } from '@/components/ui/popover'

interface Props {
  fields: ReadonlyMap<string, FieldView>
  /** Names that make no sense here. */
  without: ReadonlySet<string>
  onPick: (field: FieldView) => void
  label?: string
}

/** Chooses the field of a new condition by typing or from the list. */
export function AddFilter({ fields, without, onPick, label }: Props) {
  const text = useText('filter')
  const [isOpen, setOpen] = useState(false)
  const items = useMemo(
    () =>
      [...fields.values()]
        .filter(({ name, offered }) => offered && !without.has(name))
        .sort((a, b) => fieldGroups.indexOf(a.group) - fieldGroups.indexOf(b.group))
        .map((field): Option => ({ value: field.name, label: field.label, group: text(`groups.${field.group}`) })),
    [fields, without, text],
  )
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      title={text('addTitle')}
      trigger={<AddChip icon={<Plus aria-hidden />}>{label ?? text('add')}</AddChip>}
    >
      <Combobox
        label={text('field.label')}
        labelHidden
        defaultOpen
        clearable={false}
        placeholder={text('findField')}
        value={null}
        items={items}
        onValueChange={(name) => {
          const field = name === null ? undefined : fields.get(name)
          if (!field) return
          setOpen(false)
          onPick(field)
        }}
      />
    </Popover>
  )
}
