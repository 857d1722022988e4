'use client'

import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import type { ListedDimension } from '@/server/domain/vocabulary/term.schema'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'

interface Props<D extends ListedDimension> {
  dimension: D
  mayEdit: boolean
  onRestore: (term: Term<D>) => void
}

/** What is offered no more but still stands on its items. */
export function ArchivedTerms<D extends ListedDimension>({ dimension, mayEdit, onRestore }: Props<D>) {
  const text = useText('settings.term')
  const { vocabulary, nameOf } = useWorkspace()
  const archived = vocabulary[dimension].filter((term: Term<D>) => term.archivedAt !== null)
  if (archived.length === 0) return null
  return (
    <details className="mb-6">
      <summary className="min-h-8 rounded-md text-ink-2">{text('archive', { count: archived.length })}</summary>
      <ul className="mt-1 border-t">
        {archived.map((term) => (
          <li key={term.key} className="flex min-h-row items-center gap-3 border-b px-1">
            <span className="min-w-0 flex-1 truncate text-ink-2">{nameOf(dimension, term.key)}</span>
            {mayEdit ? (
              <Button size="sm" onClick={() => onRestore(term)}>
                {text('restore')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
