'use client'

import { type KeyboardEvent, useState } from 'react'
import type { CampaignChange } from '@/components/campaigns/campaign-change'
import type { CampaignEdit } from '@/components/campaigns/use-campaign-edit'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'

interface Props {
  label: string
  help?: string
  value: string
  maxLength: number
  isLong?: boolean
  isRequired?: boolean
  disabled?: boolean
  edit: CampaignEdit
  changeOf: (value: string) => CampaignChange
}

/** Text that is saved when one leaves it or presses Enter; Escape takes it back. What is refused stays to be mended. */
export function DraftField({ label, help, value, maxLength, isLong = false, isRequired, disabled, edit, changeOf }: Props) {
  const [draft, setDraft] = useState<{ text: string; seen: Term<'campaign'> } | null>(null)
  async function commit() {
    if (draft === null) return
    const typed = draft.text.trim()
    if (typed === value || (isRequired && typed === '')) return setDraft(null)
    setDraft(null)
    if (!(await edit.save(changeOf(typed), draft.seen))) setDraft(draft)
  }
  const Input = isLong ? TextArea : TextInput
  return (
    <Input
      label={label}
      help={help}
      required={isRequired}
      disabled={disabled}
      maxLength={maxLength}
      value={draft?.text ?? value}
      {...(isLong ? { rows: 2 } : {})}
      onValueChange={(text: string) => setDraft((before) => ({ text, seen: before?.seen ?? edit.shown }))}
      onBlur={() => void commit()}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Escape') setDraft(null)
        if (event.key === 'Enter' && (!isLong || event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          void commit()
        }
      }}
    />
  )
}
