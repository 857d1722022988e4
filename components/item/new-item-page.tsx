'use client'

import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useRouter, useSearchParams } from 'next/navigation'
import { useCallback, useMemo, useState } from 'react'
import { useLocalized, useText } from '@/components/i18n/use-text'
import { ConflictDialog } from '@/components/item/conflict-dialog'
import { FormNotices } from '@/components/item/form-notices'
import { ItemFields } from '@/components/item/item-fields'
import { ItemProperties } from '@/components/item/item-properties'
import { startOf } from '@/components/item/new-item-address'
import { SaveBar, SaveStatus } from '@/components/item/save-status'
import { StepField } from '@/components/item/step-field'
import { UnfinishedItems } from '@/components/item/unfinished-items'
import { useItemForm } from '@/components/item/use-item-form'
import { Page } from '@/components/shell/page'
import { useWritten } from '@/components/shell/platform'
import { useShortcut } from '@/components/shell/shortcut-provider'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { ruleDefinition } from '@/server/presets/rules'

const newDraftId = () => `new:${Date.now().toString(36)}${Math.random().toString(36).slice(2, 10)}`

/** The form of an item that does not exist yet. What the address names is filled in; what is typed stands under `draft` in it. */
export function NewItemPage() {
  const text = useText('item')
  const parameters = useSearchParams()
  const { base, can } = useWorkspace()
  const wanted = parameters.get('draft')
  const [first] = useState(() => ({ id: wanted ?? newDraftId(), given: wanted }))
  // Another draft was chosen from the list; the one begun here keeps its form.
  const id = wanted !== null && wanted !== first.id ? wanted : first.id
  if (!can('item.create')) {
    return (
      <Page title={text('newTitle')}>
        <EmptyState title={text('mayNotCreate')} actions={<LinkButton href={`${base}/content`}>{text('toContent')}</LinkButton>}>
          {text('askEditor')}
        </EmptyState>
      </Page>
    )
  }
  return <NewItem key={id} draftId={id} isKnown={wanted !== null || first.given !== null} />
}

function NewItem({ draftId, isKnown }: { draftId: string; isKnown: boolean }) {
  const text = useText('item')
  const localized = useLocalized()
  const router = useRouter()
  const written = useWritten()
  const parameters = useSearchParams()
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const { slug, base, vocabulary, locale, can } = useWorkspace()
  const { data: drafts } = useSuspenseQuery(trpc.content.drafts.queryOptions({ workspace: slug }))
  const [opened] = useState(() => ({
    draft: isKnown ? (drafts.find(({ itemId }) => itemId === draftId) ?? null) : null,
    start: startOf((name) => parameters.get(name), vocabulary, locale),
    gap: parameters.get('gap'),
  }))
  const { data: gap } = useQuery(
    trpc.gaps.get.queryOptions({ workspace: slug, id: opened.gap ?? '' }, { enabled: opened.gap !== null, retry: false }),
  )

  // A reload finds what was typed by the address; typing alone leaves the address as it was shared.
  const onKept = useCallback(() => {
    const url = new URL(window.location.href)
    if (url.searchParams.get('draft') === draftId) return
    url.searchParams.set('draft', draftId)
    window.history.replaceState(null, '', url)
  }, [draftId])
  const form = useItemForm({
    item: null,
    draft: opened.draft,
    draftId,
    start: opened.start,
    heard: 0,
    onKept,
    onSaved: (item) => {
      if (gap && can('gap.plan')) {
        void client.gaps.link
          .mutate({ workspace: slug, id: gap.id, revision: gap.revision, itemId: item.id })
          .finally(() => queries.invalidateQueries(trpc.gaps.pathFilter()))
      }
      void queries.invalidateQueries(trpc.content.drafts.pathFilter())
      router.replace(`${base}/content/${item.id}`)
    },
  })
  const save = () => void form.save()
  useShortcut('save', save)
  useShortcut('submit', save)
  const others = useMemo(() => drafts.filter(({ itemId }) => itemId.startsWith('new:') && itemId !== draftId), [drafts, draftId])
  const title = String(form.values.title ?? '').trim()
  return (
    <Page
      title={title === '' ? text('newTitle') : title}
      width="table"
      actions={
        <Button variant="primary" shortcut={written('save')} loading={form.isSaving} onClick={save}>
          {text('create')}
        </Button>
      }
    >
      <form ref={form.element} noValidate className="flex flex-col gap-5" onSubmit={(event) => event.preventDefault()}>
        <SaveStatus form={form} />
        {gap ? <Notice>{text('willClose', { gap: localized(ruleDefinition(gap.rule).name) })}</Notice> : null}
        {form.hasChanges ? null : <UnfinishedItems drafts={others} current={draftId} />}
        <FormNotices form={form} />
        <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <ItemFields form={form} disabled={false} />
          <div className="flex min-w-0 flex-col gap-4">
            <StepField form={form} disabled={false} />
            <ItemProperties form={form} disabled={false} />
          </div>
        </div>
        <SaveBar form={form} action={text('create')} />
      </form>
      <ConflictDialog form={form} />
    </Page>
  )
}
