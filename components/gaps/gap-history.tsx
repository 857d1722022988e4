import { PanelSection } from '@/components/gaps/panel-section'
import type { GapWords } from '@/components/gaps/use-gap-words'
import { useFormatter, useText } from '@/components/i18n/use-text'
import type { GapEvent } from '@/server/domain/gaps/gap-list.schema'

/** What happened to a gap, newest first. */
export function GapHistory({ events, words }: { events: readonly GapEvent[]; words: GapWords }) {
  const text = useText('gaps')
  const format = useFormatter()
  return (
    <PanelSection title={text('panel.history')}>
      {events.length === 0 ? <p className="text-sm text-ink-3">{text('panel.noHistory')}</p> : null}
      <ol className="flex flex-col gap-1.5 text-sm">
        {events.map((event) => (
          <li key={event.seq}>
            <p className="text-pretty">{sentence(event)}</p>
            <p className="text-xs text-ink-3">
              <time dateTime={event.at.toISOString()}>
                {format.dateTime(event.at, { dateStyle: 'medium', timeStyle: 'short' })}
              </time>
            </p>
          </li>
        ))}
      </ol>
    </PanelSection>
  )

  function sentence({ operation, actor, owner, waiver, item }: GapEvent): string {
    const name = actor.kind === 'job' ? 'Etappe' : (actor.name ?? text('unknownPerson'))
    switch (operation) {
      case 'found':
      case 'reopened':
      case 'returned':
      case 'resolved':
      case 'changed':
        return text(`event.${operation}`)
      case 'plan':
      case 'link':
        return text(`event.${operation}`, { name, item: item?.title ?? '–' })
      case 'assign':
        return owner ? text('event.assign', { name, owner: words.personOf(owner) ?? '' }) : text('event.unassign', { name })
      case 'waive':
        return waiver?.until
          ? text('event.waive', { name, day: words.dayOf(waiver.until), reason: waiver.reason })
          : text('event.waiveForGood', { name, reason: waiver?.reason ?? '' })
      case 'unlink':
      case 'unwaive':
      case 'undo':
        return text(`event.${operation}`, { name })
      default:
        return text('event.other', { name })
    }
  }
}
