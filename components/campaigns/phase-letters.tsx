import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { PhaseLetter } from '@/components/ui/tag'

/** The phases that a campaign serves, by their letters; said by their names. */
export function PhaseLetters({ phases }: { phases: readonly string[] }) {
  const text = useText('campaigns')
  const { term, nameOf } = useWorkspace()
  if (phases.length === 0) return <span className="text-ink-3">{text('noPhases')}</span>
  return (
    <span className="inline-flex flex-wrap gap-1">
      {phases.map((key) => (
        <span key={key} title={nameOf('phase', key)}>
          <PhaseLetter letter={term('phase', key)?.details.letter ?? ''} />
          <span className="sr-only">{nameOf('phase', key)} </span>
        </span>
      ))}
    </span>
  )
}
