'use client'

import { useText } from '@/components/i18n/use-text'
import type { MovePreview } from '@/server/domain/vocabulary/term.schema'

/** What a merge or a removal would do, as sentences. `into` null: nothing takes its place. */
export function MoveSummary({ preview, into }: { preview: MovePreview; into: string | null }) {
  const text = useText('settings.move')
  const { items, both, targets, targetsDropped, questions } = preview
  const lines = [
    items === 0 ? text('noItems') : into === null ? text('itemsLose', { count: items }) : text('items', { count: items, into }),
    into !== null && both > 0 ? text('both', { count: both }) : null,
    targets === 0
      ? null
      : into === null
        ? text('targetsGo', { count: targets })
        : text('targets', { count: targets, dropped: targetsDropped }),
    questions === 0
      ? null
      : into === null
        ? text('questionsLose', { count: questions })
        : text('questions', { count: questions }),
  ]
  return (
    <ul aria-live="polite" className="list-disc ps-5 text-ink-2">
      {lines.map((line) => (line === null ? null : <li key={line}>{line}</li>))}
    </ul>
  )
}
