'use client'
import { useFormatter, useText } from '@/components/i18n/use-text'

interface Props {
  title: string
  language: string | null
  workspace: string
  label: string
  phases: readonly string[]
  channels: readonly string[]
  expiresAt: Date
  isBrief: boolean
}

/** What is to be reviewed, for whom and until when. */
export function ReviewHead({ title, language, workspace, label, phases, channels, expiresAt, isBrief }: Props) {
  const text = useText('review.page')
  const format = useFormatter()
  const facts = [
    { name: text('phases'), values: phases },
    { name: text('channels'), values: channels },
  ].filter(({ values }) => values.length > 0)
  return (
    <header className="mb-6 border-b pb-5">
      <p className="text-sm text-ink-2">{text('from', { workspace })}</p>
      <h1 className="mt-1 wrap-anywhere" lang={language ?? undefined}>
        {title}
      </h1>
      <p className="mt-2 text-sm text-ink-2">
        {isBrief ? `${text('briefOf')} · ` : ''}
        {text('for', { label, day: format.dateTime(expiresAt, { dateStyle: 'long' }) })}
      </p>
      {facts.length > 0 ? (
        <dl className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
          {facts.map(({ name, values }) => (
            <div key={name} className="flex gap-2">
              <dt className="text-ink-3">{name}</dt>
              <dd>{values.join(', ')}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </header>
  )
}
