'use client'

import { useId, useState } from 'react'
import type { CampaignEdit } from '@/components/campaigns/use-campaign-edit'
import { useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextInput } from '@/components/ui/text-input'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'

interface Props {
  campaign: Term<'campaign'>
  edit: CampaignEdit
  onClose: () => void
}

/** Most campaigns have one name; those with two keep both. */
export function RenameDialog({ campaign, edit, onClose }: Props) {
  const text = useText('campaigns')
  const formId = useId()
  const [name, setName] = useState(campaign.name)
  const isOne = campaign.name.de === campaign.name.en
  const trimmed = { de: name.de.trim(), en: name.en.trim() }
  const isReady = trimmed.de !== '' && trimmed.en !== ''
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(open) => open || onClose()}
      title={text('menu.rename')}
      footer={
        <>
          <Button onClick={onClose}>{text('cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" disabled={!isReady}>
            {text('save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isReady) return
          onClose()
          void edit.save({ name: trimmed }, campaign)
        }}
      >
        {isOne ? (
          <TextInput
            label={text('field.name')}
            required
            maxLength={200}
            value={name.de}
            onValueChange={(one) => setName({ de: one, en: one })}
          />
        ) : (
          (['de', 'en'] as const).map((language) => (
            <TextInput
              key={language}
              label={text(`nameIn.${language}`)}
              required
              maxLength={200}
              value={name[language]}
              onValueChange={(one) => setName({ ...name, [language]: one })}
            />
          ))
        )}
      </form>
    </Dialog>
  )
}
