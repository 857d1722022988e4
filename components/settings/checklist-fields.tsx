'use client'

import { Plus, Trash2 } from 'lucide-react'
import { useText } from '@/components/i18n/use-text'
import { Button, IconButton } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import type { ChecklistEntry } from '@/server/domain/workflow/step.schema'

interface Props {
  entries: readonly ChecklistEntry[]
  disabled?: boolean | undefined
  onChange: (entries: ChecklistEntry[]) => void
}

const most = 30

/** Ticks belong to a key, so one that has been used never comes again. */
const freshKey = (): string => `c${Math.random().toString(36).slice(2, 10)}`

/** The things to be ticked before an item may enter a step, each in both languages. */
export function ChecklistFields({ entries, disabled, onChange }: Props) {
  const text = useText('settings.step')
  const change = (key: string, name: Partial<ChecklistEntry['name']>) =>
    onChange(entries.map((entry) => (entry.key === key ? { ...entry, name: { ...entry.name, ...name } } : entry)))
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium text-sm">{text('checklist')}</legend>
      {entries.length === 0 ? <p className="text-ink-3 text-sm">{text('checklistNone')}</p> : null}
      <ol className="flex flex-col gap-2 empty:hidden">
        {entries.map(({ key, name }, at) => (
          <li key={key} className="flex items-start gap-2">
            <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-2">
              {(['de', 'en'] as const).map((language) => (
                <TextInput
                  key={language}
                  label={text(`entry.${language}`, { number: at + 1 })}
                  labelHidden
                  placeholder={text(`entryIn.${language}`)}
                  value={name[language]}
                  maxLength={500}
                  disabled={disabled}
                  onValueChange={(words) => change(key, { [language]: words })}
                />
              ))}
            </div>
            <IconButton
              label={text('removeEntry', { name: name.de || name.en || String(at + 1) })}
              icon={<Trash2 />}
              disabled={disabled}
              onClick={() => onChange(entries.filter((entry) => entry.key !== key))}
            />
          </li>
        ))}
      </ol>
      {disabled || entries.length >= most ? null : (
        <Button
          size="sm"
          className="self-start"
          icon={<Plus aria-hidden />}
          onClick={() => onChange([...entries, { key: freshKey(), name: { en: '', de: '' } }])}
        >
          {text('addEntry')}
        </Button>
      )}
    </fieldset>
  )
}
