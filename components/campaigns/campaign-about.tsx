'use client'

import { DraftField } from '@/components/campaigns/draft-field'
import type { CampaignEdit } from '@/components/campaigns/use-campaign-edit'
import { useText } from '@/components/i18n/use-text'

interface Props {
  edit: CampaignEdit
  disabled: boolean
}

const lengths = { goal: 2000, figure: 200, figureTarget: 200, budget: 500 } as const

/** What it is for, and how one will know that it worked. */
export function CampaignAbout({ edit, disabled }: Props) {
  const text = useText('campaigns')
  const { details } = edit.shown
  const field = (name: keyof typeof lengths, isLong = false) => {
    if (disabled) return <Said label={text(`field.${name}`)} value={details[name]} nothing={text('notSaid')} />
    return (
      <DraftField
        label={text(`field.${name}`)}
        value={details[name]}
        maxLength={lengths[name]}
        isLong={isLong}
        edit={edit}
        changeOf={(value) => ({ details: { [name]: value } })}
      />
    )
  }
  return (
    <section aria-label={text('about')} className="flex flex-col gap-4">
      {disabled ? null : <Names edit={edit} />}
      {field('goal', true)}
      <div className="grid gap-4 sm:grid-cols-2">
        {field('figure')}
        {field('figureTarget')}
      </div>
      {field('budget', true)}
    </section>
  )
}

/** Most campaigns have one name; those with two keep both. */
function Names({ edit }: { edit: CampaignEdit }) {
  const text = useText('campaigns')
  const { name } = edit.shown
  const field = { maxLength: 200, isRequired: true, edit }
  if (name.de === name.en) {
    return (
      <DraftField {...field} label={text('field.name')} value={name.en} changeOf={(one) => ({ name: { de: one, en: one } })} />
    )
  }
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {(['de', 'en'] as const).map((language) => (
        <DraftField
          key={language}
          {...field}
          label={text(`nameIn.${language}`)}
          value={name[language]}
          changeOf={(one) => ({ name: { ...name, [language]: one } })}
        />
      ))}
    </div>
  )
}

function Said({ label, value, nothing }: { label: string; value: string; nothing: string }) {
  return (
    <div>
      <p className="text-sm font-medium">{label}</p>
      <p className={value === '' ? 'text-ink-3' : 'whitespace-pre-line'}>{value === '' ? nothing : value}</p>
    </div>
  )
}
