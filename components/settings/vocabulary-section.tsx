'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { Plus, Search } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useLanguage, useProblemText, useText } from '@/components/i18n/use-text'
import { AddTermDialog } from '@/components/settings/add-term-dialog'
import { ArchivedTerms } from '@/components/settings/archived-terms'
import { ConflictChoice } from '@/components/settings/conflict-choice'
import { MergeDialog } from '@/components/settings/merge-dialog'
import { SaveBar } from '@/components/settings/save-bar'
import { SettingsSection } from '@/components/settings/settings-frame'
import { type TermAction, TermMenu } from '@/components/settings/term-menu'
import { TermRow } from '@/components/settings/term-row'
import { useDragOrder } from '@/components/settings/use-drag-order'
import { useTermActions } from '@/components/settings/use-term-actions'
import { useTermDraft } from '@/components/settings/use-term-draft'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { useAnnounce } from '@/components/ui/live-region'
import { matchesQuery } from '@/components/ui/option'
import { TextInput } from '@/components/ui/text-input'
import type { ListedDimension, TermUse } from '@/server/domain/vocabulary/term.schema'
import { termName } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'

interface Group {
  readonly key: string
  readonly heading: ReactNode
}

interface Props<D extends ListedDimension> {
  dimension: D
  /** Stands the list in groups; terms keep their order within one. */
  groupOf?: (term: Term<D>) => Group
  mark?: (term: Term<D>) => ReactNode
  summary?: (term: Term<D>) => ReactNode
  /** What may be done to a term beside moving it. */
  actionsOf: (term: Term<D>, use: TermUse | undefined) => readonly TermAction[]
  /** For actions of this dimension alone. */
  onAction?: (action: TermAction, term: Term<D>) => void
  children?: ReactNode
}

const searchFrom = 12

/** The list of a dimension's terms: put in order, edited in place and saved together. */
export function VocabularySection<D extends ListedDimension>({
  dimension,
  groupOf,
  mark,
  summary,
  actionsOf,
  onAction,
  children,
}: Props<D>) {
  const text = useText('settings')
  const area: ListedDimension = dimension
  const language = useLanguage()
  const problemText = useProblemText()
  const tell = useUndoToast()
  const announce = useAnnounce()
  const trpc = useTRPC()
  const { slug, can } = useWorkspace()
  const { data: uses } = useSuspenseQuery(trpc.vocabulary.use.queryOptions({ workspace: slug, dimension }))
  const draft = useTermDraft(dimension, (changeSet, count) => tell(text('save.done', { count }), changeSet))
  const actions = useTermActions()
  const [open, setOpen] = useState<string | null>(null)
  const [query, setQuery] = useState('')
  const [isAdding, setAdding] = useState(false)
  const [merging, setMerging] = useState<Term<D> | null>(null)

  const mayEdit = can(dimension === 'phase' ? 'journey.edit' : dimension === 'step' ? 'workflow.set' : 'vocabulary.edit')
  const mayAdd = dimension === 'phase' || dimension === 'step' ? mayEdit : can('vocabulary.create')
  const shown = draft.terms.filter((term) =>
    matchesQuery({ value: term.key, label: term.name.de, keywords: [term.name.en, ...term.synonyms] }, query),
  )
  const groups = groupsOf(shown, groupOf)

  const move = (term: Term<D>, place: number, among: readonly Term<D>[]) => {
    draft.move(term.key, place, among)
    announce(text('term.moved', { name: termName(term, language), place: place + 1, count: among.length }))
  }
  const act = (action: TermAction, term: Term<D>) => {
    if (action === 'merge') setMerging(term)
    else if (action === 'archive') void actions.archive(term, true)
    else if (action === 'delete') void actions.remove(term)
    else onAction?.(action, term)
  }

  return (
    <SettingsSection
      title={text(`${area}.title`)}
      lead={text(`${area}.lead`)}
      actions={
        mayAdd ? (
          <Button icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
            {text(`${area}.add`)}
          </Button>
        ) : null
      }
    >
      {mayEdit ? null : <p className="mb-4 text-sm text-ink-3">{text('readOnly')}</p>}
      {children}
      {draft.terms.length >= searchFrom ? (
        <TextInput
          label={text('term.search')}
          labelHidden
          type="search"
          placeholder={text('term.search')}
          icon={<Search />}
          value={query}
          onValueChange={setQuery}
          className="mb-4 max-w-72"
        />
      ) : null}
      <p id="handle-help" hidden>
        {text('term.handleHelp')}
      </p>
      {draft.terms.length === 0 ? <EmptyState title={text(`${area}.empty`)}>{text(`${area}.emptyHelp`)}</EmptyState> : null}
      {draft.terms.length > 0 && shown.length === 0 ? <p className="text-ink-2">{text('term.noMatch')}</p> : null}
      {groups.map(({ group, terms }) => (
        <TermGroup
          key={group?.key ?? ''}
          group={group}
          keys={terms.map(({ key }) => key)}
          canMove={mayEdit && query === ''}
          onMove={(key, place) => {
            const term = terms.find((one) => one.key === key)
            if (term) move(term, place, terms)
          }}
        >
          {(drag) =>
            terms.map((term, place) => (
              <TermRow
                key={term.key}
                term={term}
                place={place}
                drag={drag}
                disabled={!mayEdit}
                isChanged={draft.isChanged(term.key)}
                isOpen={open === term.key}
                onToggle={() => setOpen(open === term.key ? null : term.key)}
                onChange={(change) => draft.change(term.key, change)}
                mark={mark?.(term)}
                summary={summary?.(term)}
                use={uses[term.key] ? text('term.use', { count: uses[term.key]?.items ?? 0 }) : text('term.unused')}
                menu={
                  mayEdit ? (
                    <TermMenu
                      name={termName(term, language)}
                      place={place}
                      last={terms.length - 1}
                      onMove={(to) => move(term, to, terms)}
                      actions={actionsOf(term, uses[term.key])}
                      onAction={(action) => act(action, term)}
                    />
                  ) : null
                }
              />
            ))
          }
        </TermGroup>
      ))}
      <ArchivedTerms dimension={dimension} mayEdit={mayEdit} onRestore={(term) => void actions.archive(term, false)} />
      <SaveBar
        count={draft.count}
        isSaving={draft.isSaving}
        onSave={() => void draft.save()}
        onDiscard={draft.discard}
        error={draft.error && !draft.conflict ? problemText(draft.error) : undefined}
        choice={
          draft.conflict ? (
            <ConflictChoice
              dimension={dimension}
              conflict={draft.conflict}
              onMine={() => void draft.keepMine()}
              onTheirs={draft.takeTheirs}
            />
          ) : undefined
        }
      />
      {isAdding ? <AddTermDialog dimension={dimension} onClose={() => setAdding(false)} onAdded={setOpen} /> : null}
      {merging && dimension !== 'purpose' && dimension !== 'step' ? (
        <MergeDialog term={merging} onClose={() => setMerging(null)} />
      ) : null}
    </SettingsSection>
  )
}

interface TermGroupProps {
  group: Group | null
  keys: readonly string[]
  canMove: boolean
  onMove: (key: string, place: number) => void
  children: (drag: ReturnType<typeof useDragOrder> | undefined) => ReactNode
}

function TermGroup({ group, keys, canMove, onMove, children }: TermGroupProps) {
  const drag = useDragOrder(keys, onMove)
  return (
    <div className="mb-6">
      {group ? <h3 className="mb-1 flex items-center gap-2 text-ink-2">{group.heading}</h3> : null}
      <ol data-rows className="border-t">
        {children(canMove ? drag : undefined)}
      </ol>
    </div>
  )
}

/** In the order in which the groups first appear. */
function groupsOf<D extends ListedDimension>(terms: readonly Term<D>[], groupOf: Props<D>['groupOf']) {
  const groups = new Map<string, { group: Group | null; terms: Term<D>[] }>()
  for (const term of terms) {
    const group = groupOf?.(term) ?? null
    const known = groups.get(group?.key ?? '')
    if (known) known.terms.push(term)
    else groups.set(group?.key ?? '', { group, terms: [term] })
  }
  return [...groups.values()]
}
