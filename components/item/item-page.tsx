'use client'

import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import type { ReactNode } from 'react'
import { problemOf, useText } from '@/components/i18n/use-text'
import { ClosesGap } from '@/components/item/closes-gap'
import { ConflictDialog } from '@/components/item/conflict-dialog'
import { FormNotices } from '@/components/item/form-notices'
import { HistoryTab } from '@/components/item/history-tab'
import { ItemActions } from '@/components/item/item-actions'
import { ItemFields } from '@/components/item/item-fields'
import { ItemProperties } from '@/components/item/item-properties'
import { PublicationLine } from '@/components/item/publication-line'
import { SaveBar, SaveStatus } from '@/components/item/save-status'
import { StepField } from '@/components/item/step-field'
import { TrashBanner } from '@/components/item/trash-banner'
import { useItemForm } from '@/components/item/use-item-form'
import { Page } from '@/components/shell/page'
import { useRememberVisit } from '@/components/shell/recent-visits'
import { deliberate } from '@/components/shell/url-state'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { TabPanel, Tabs } from '@/components/ui/tabs'
import { mayEditItem } from '@/server/domain/access/access.rules'
import type { Draft } from '@/server/domain/content/draft.schema'
import type { Item } from '@/server/domain/content/item.schema'

/** What the workflow is told, and how it moves the item. */
interface WorkflowPlace {
  item: Item
  editable: boolean
  isDirty: boolean
  isSaving: boolean
  /** The field by which any step is chosen, saved with the form. */
  field: ReactNode
  onMove: (step: string) => void
}

interface Props {
  id: string
  /** The cells of the heatmap in which the item stands; another feature's, given by the page. */
  whereItCounts: ReactNode
  /** What is to be written and why; the label is given the name of the tab. */
  brief: { readonly label: (name: string) => ReactNode; readonly content: ReactNode }
  /** What is to be done for it; another feature's too. */
  tasks?: ReactNode
  /** What is said about it, and the name of the tab where it stands. */
  discussion?: { readonly label: ReactNode; readonly content: ReactNode }
  /** Where the item stands on its way; another feature's, given by the page. */
  workflow: (at: WorkflowPlace) => ReactNode
}

/** The draft is known here better than anywhere until the page is loaded anew. */
const kept = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY }

/** The page of one item. It is looked at anew for each. */
export function ItemPage({ id, ...slots }: Props) {
  const text = useText('item')
  const trpc = useTRPC()
  const { slug, base, can } = useWorkspace()
  const mayType = can('item.editOwn')
  const { data: draft } = useQuery(
    trpc.content.draft.queryOptions({ workspace: slug, itemId: id }, { enabled: mayType, ...kept }),
  )
  const { error } = useSuspenseQuery(trpc.content.get.queryOptions({ workspace: slug, id }))
  if (problemOf(error)?.code === 'not_found') {
    return (
      <Page title={text('gone')}>
        <EmptyState title={text('goneText')} actions={<LinkButton href={`${base}/content`}>{text('toContent')}</LinkButton>} />
      </Page>
    )
  }
  // The draft is part of how the form begins, so it is waited for; the page brings it along.
  if (mayType && draft === undefined) return <Page title={text('loading')}>{null}</Page>
  return <Opened key={id} id={id} draft={draft ?? null} {...slots} />
}

const tabs = ['form', 'brief', 'comments', 'history'] as const

function Opened({ id, draft, whereItCounts, brief, workflow, tasks, discussion }: Props & { draft: Draft | null }) {
  const text = useText('item')
  const trpc = useTRPC()
  const { slug, base, actor } = useWorkspace()
  const { data: item, dataUpdatedAt } = useSuspenseQuery(trpc.content.get.queryOptions({ workspace: slug, id }))
  const [tab, setTab] = useQueryState('tab', parseAsStringLiteral(tabs).withDefault('form').withOptions(deliberate))
  const editable = mayEditItem(actor, item)
  const form = useItemForm({ item, draft, draftId: id, start: {}, heard: dataUpdatedAt, onSaved: () => undefined })
  useRememberVisit({ href: `${base}/content/${id}`, title: item.title })
  const disabled = !editable || item.deletedAt !== null
  const title = String(form.values.title ?? '').trim()
  const labelOf = (value: (typeof tabs)[number]) => {
    if (value === 'comments') return discussion?.label
    const name = text(`tabs.${value}`)
    return value === 'brief' ? brief.label(name) : name
  }
  return (
    <Page
      title={<span lang={item.locale ?? undefined}>{title === '' ? text('untitled') : title}</span>}
      width="table"
      actions={<ItemActions item={item} form={form} editable={editable} onRefused={() => void setTab('form')} />}
    >
      <Tabs
        label={text('tabs.label')}
        value={tab}
        onValueChange={(next) => void setTab(next)}
        items={tabs.filter((value) => value !== 'comments' || discussion).map((value) => ({ value, label: labelOf(value) }))}
      >
        <TabPanel value="form">
          <form ref={form.element} noValidate className="flex flex-col gap-5" onSubmit={(event) => event.preventDefault()}>
            <SaveStatus form={form} />
            <PublicationLine item={item} form={form} editable={editable} />
            <TrashBanner item={item} form={form} editable={editable} />
            {editable ? null : <Notice>{text('readOnly')}</Notice>}
            <FormNotices form={form} />
            <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
              <div className="min-w-0 lg:col-start-2 lg:row-start-1">
                {workflow({
                  item,
                  editable: !disabled,
                  isDirty: form.isDirty,
                  isSaving: form.isSaving,
                  field: <StepField form={form} disabled={disabled} />,
                  onMove: (step) => void form.save({ step }),
                })}
              </div>
              <div className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1">
                <ItemFields form={form} disabled={disabled} />
              </div>
              <div className="flex min-w-0 flex-col gap-6 lg:col-start-2 lg:row-start-2">
                {tasks}
                <div className="border-t pt-4">
                  <ItemProperties form={form} disabled={disabled} />
                </div>
                <section className="border-t pt-4">
                  <h2 className="mb-1 text-base">{text('whereItCounts')}</h2>
                  {whereItCounts}
                </section>
                <ClosesGap itemId={id} />
              </div>
            </div>
            <SaveBar form={form} action={text('save')} />
          </form>
        </TabPanel>
        <TabPanel value="brief">{brief.content}</TabPanel>
        {discussion ? <TabPanel value="comments">{discussion.content}</TabPanel> : null}
        <TabPanel value="history">
          <HistoryTab item={item} editable={editable} isDirty={form.isDirty} />
        </TabPanel>
      </Tabs>
      <ConflictDialog form={form} />
    </Page>
  )
}
