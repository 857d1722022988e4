'use client'

import { useState } from 'react'
import { CampaignHealth } from '@/components/campaigns/campaign-health'
import { useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'
import { FormDialog } from '@/components/ui/form-dialog'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextArea } from '@/components/ui/text-area'
import { campaignHealths, type CampaignHealth as Health, type TermDetails } from '@/server/domain/vocabulary/vocabulary.schema'

type Override = TermDetails<'campaign'>['health']

interface Props {
  proposed: Health
  override: Override
  disabled: boolean
  onChange: (override: Override) => void
}

/** How it stands: what dates and progress propose, or what somebody says instead and why. */
export function HealthField({ proposed, override, disabled, onChange }: Props) {
  const text = useText('campaigns.health')
  const [isOpen, setOpen] = useState(false)
  return (
    <div>
      <h3 className="text-sm font-medium">{text('label')}</h3>
      <p className="mt-1.5">
        <CampaignHealth health={override?.value ?? proposed} size="md" />
      </p>
      {override ? (
        <>
          <p className="mt-1.5 whitespace-pre-line wrap-anywhere">{override.reason}</p>
          <p className="mt-1 text-xs text-ink-3">{text('insteadOf', { proposal: text(proposed) })}</p>
        </>
      ) : (
        <p className="mt-1.5 text-xs text-ink-3">{text('isProposed')}</p>
      )}
      {disabled ? null : (
        <div className="mt-2 flex flex-wrap gap-2">
          <Button size="sm" onClick={() => setOpen(true)}>
            {text(override ? 'change' : 'override')}
          </Button>
          {override ? (
            <Button size="sm" variant="quiet" onClick={() => onChange(null)}>
              {text('back')}
            </Button>
          ) : null}
        </div>
      )}
      {isOpen ? (
        <HealthDialog
          start={override ?? { value: proposed, reason: '' }}
          onClose={() => setOpen(false)}
          onSave={(next) => {
            setOpen(false)
            onChange(next)
          }}
        />
      ) : null}
    </div>
  )
}

interface DialogProps {
  start: NonNullable<Override>
  onSave: (override: NonNullable<Override>) => void
  onClose: () => void
}

function HealthDialog({ start, onSave, onClose }: DialogProps) {
  const text = useText('campaigns.health')
  const [value, setValue] = useState(start.value)
  const [reason, setReason] = useState(start.reason)
  const [isTried, setTried] = useState(false)
  const isMissing = reason.trim() === ''
  return (
    <FormDialog
      title={text('override')}
      description={text('lead')}
      action={text('save')}
      onSubmit={() => {
        setTried(true)
        if (!isMissing) onSave({ value, reason: reason.trim() })
      }}
      onClose={onClose}
    >
      <RadioGroup
        label={text('label')}
        value={value}
        onValueChange={setValue}
        options={campaignHealths.map((one) => ({ value: one, label: text(one) }))}
      />
      <TextArea
        label={text('reason')}
        required
        value={reason}
        maxLength={500}
        onValueChange={setReason}
        error={isTried && isMissing ? text('reasonMissing') : undefined}
      />
    </FormDialog>
  )
}
