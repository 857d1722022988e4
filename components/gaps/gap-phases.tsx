import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Tag } from '@/components/ui/tag'

/** The phases that a gap is about, in letters and words. */
export function GapPhases({ phases }: { phases: readonly string[] }) {
  const text = useText('gaps')
  const { term, nameOf } = useWorkspace()
  if (phases.length === 0) return <span className="text-xs text-ink-3">{text('journey')}</span>
  return (
    <span className="flex flex-wrap gap-1">
      {phases.map((key) => (
        <Tag key={key} letter={term('phase', key)?.details.letter ?? ''}>
          {nameOf('phase', key)}
        </Tag>
      ))}
    </span>
  )
}
