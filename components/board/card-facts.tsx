import { useFormatter, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { cn } from '@/components/ui/class-names'
import { StatusDot } from '@/components/ui/status-dot'
import { PhaseLetter } from '@/components/ui/tag'
import type { BoardCard } from '@/server/domain/board/board.schema'

interface Props {
  id: string
  card: BoardCard
  today: string
  isStepShown: boolean
  ownerName: string | null
}

/** What a card tells beside its title: status and phases, where it runs, who does it, and by when. */
export function CardFacts({ id, card, today, isStepShown, ownerName }: Props) {
  const text = useText('board')
  const { nameOf, vocabulary } = useWorkspace()
  // As the journey goes, and not as they were given.
  const phases = vocabulary.phase.filter(({ key }) => card.phase.includes(key))
  const channels = card.channel.map((key) => nameOf('channel', key)).join(', ')
  return (
    <div id={id} className="mt-auto flex flex-col gap-1 text-xs text-ink-2">
      <div className="flex min-w-0 items-center gap-1.5">
        {isStepShown ? (
          <StatusDot progress={card.status} label={nameOf('step', card.step)} className="max-w-40 shrink-0" />
        ) : null}
        {phases.slice(0, 4).map(({ key, details }) => (
          <span key={key} title={nameOf('phase', key)} className="shrink-0">
            <PhaseLetter letter={details.letter} className="size-4.5" />
            <span className="sr-only">{nameOf('phase', key)} </span>
          </span>
        ))}
        {phases.length > 4 ? <span className="shrink-0 text-ink-3">+{phases.length - 4}</span> : null}
        <span className="min-w-0 truncate text-ink-3" title={channels}>
          {channels}
        </span>
      </div>
      <div className="flex min-w-0 items-center justify-between gap-2">
        <CardDate card={card} today={today} />
        <span className="min-w-0 truncate" title={ownerName ?? undefined}>
          {ownerName ?? <span className="text-ink-3">{text('noOwner')}</span>}
        </span>
      </div>
    </div>
  )
}

/** Due before planned; what is late says so in words. */
function CardDate({ card, today }: { card: BoardCard; today: string }) {
  const text = useText('board')
  const format = useFormatter()
  const isOpen = card.status !== 'published' && card.status !== 'archived'
  const day = isOpen ? (card.dueOn ?? card.plannedFor) : card.plannedFor
  if (day === null) return <span className="text-ink-3">{text('noDay')}</span>
  const bare = day.slice(0, 10)
  const isDue = isOpen && card.dueOn !== null
  const isLate = isOpen && bare < today
  const shown = format.dateTime(new Date(`${bare}T00:00:00Z`), {
    day: 'numeric',
    month: 'short',
    ...(bare.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  })
  return (
    <span className={cn('shrink-0 tabular-nums', isLate && 'font-medium text-danger')}>
      {text(isDue ? (isLate ? 'overdue' : 'due') : isLate ? 'plannedLate' : 'planned', { day: shown })}
    </span>
  )
}
