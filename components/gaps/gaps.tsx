'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { AssignDialog } from '@/components/gaps/assign-dialog'
import { GapBulkBar } from '@/components/gaps/gap-bulk-bar'
import { GapFilters } from '@/components/gaps/gap-filters'
import { GapList } from '@/components/gaps/gap-list'
import { GapPages } from '@/components/gaps/gap-pages'
import { GapPanel } from '@/components/gaps/gap-panel'
import { questionOf } from '@/components/gaps/gaps-address'
import { GapsEmpty } from '@/components/gaps/gaps-empty'
import { GapsExport } from '@/components/gaps/gaps-export'
import { GapsLead, GapsLeadNote } from '@/components/gaps/gaps-lead'
import { LinkDialog } from '@/components/gaps/link-dialog'
import { onTheWayOf } from '@/components/gaps/on-the-way'
import { useGapActions } from '@/components/gaps/use-gap-actions'
import { useGapKeys } from '@/components/gaps/use-gap-keys'
import { useGapWords } from '@/components/gaps/use-gap-words'
import { useGapsAddress } from '@/components/gaps/use-gaps-address'
import { WaiveDialog } from '@/components/gaps/waive-dialog'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { Page } from '@/components/shell/page'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { Notice } from '@/components/ui/notice'
import { SkeletonRows } from '@/components/ui/skeleton'
import { TabPanel, Tabs } from '@/components/ui/tabs'
import { showError } from '@/components/ui/toast'
import { useEscape } from '@/components/ui/use-escape'
import { type FindingState, findingStates } from '@/server/domain/gaps/gap.schema'
import type { GapPart } from '@/server/domain/gaps/gap-list.schema'

/** What is being asked about which gaps. */
interface Asked {
  readonly what: 'waive' | 'assign' | 'link'
  readonly gaps: readonly GapPart[]
}

/** What is still shown while the next answer comes. */
function Dimmed({ isOld, children }: { isOld: boolean; children: ReactNode }) {
  return (
    <div aria-busy={isOld} className={cn('mt-5', isOld && 'opacity-60')}>
      {children}
    </div>
  )
}

/** The list of gaps, like an inbox: what is missing, how much it matters, and what to do about it. */
export function Gaps({ discussion }: { discussion?: (gap: string) => ReactNode }) {
  const text = useText('gaps')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const { slug, can } = useWorkspace()
  const address = useGapsAddress()
  const { filter, page, gap: openId, ignored, set, open } = address
  const words = useGapWords()
  const actions = useGapActions()
  const { data, error, isPlaceholderData, refetch } = useQuery(
    trpc.gaps.list.queryOptions({ workspace: slug, ...questionOf(address) }, { placeholderData: keepPreviousData }),
  )
  const { data: opened } = useQuery(
    trpc.gaps.get.queryOptions({ workspace: slug, id: openId ?? '' }, { enabled: openId !== null }),
  )
  const [selection, setSelection] = useState<{ state: FindingState; ids: ReadonlySet<string> }>({ state: 'open', ids: new Set() })
  const [asked, setAsked] = useState<Asked | null>(null)
  const rows = data?.rows ?? []
  // A selection is of one tab, and of what can still be seen there.
  const selected = new Set(
    selection.state === filter.state ? rows.filter(({ id }) => selection.ids.has(id)).map(({ id }) => id) : [],
  )
  const select = (ids: Iterable<string>) => setSelection({ state: filter.state, ids: new Set(ids) })
  useEscape(() => select([]), selected.size > 0)

  const keys = useGapKeys({
    onMove: (id) => openId !== null && open(id),
    onPlan: () => can('gap.plan') && plan(targets()),
    onWaive: () => can('gap.waive') && ask('waive', targets()),
    onAssign: () => can('gap.assign') && ask('assign', targets()),
  })

  /** The selected gaps, else the open one, else the one that has the focus. */
  function targets(): GapPart[] {
    if (selected.size > 0) return rows.filter(({ id }) => selected.has(id))
    if (opened && opened.id === openId) return [opened]
    return rows.filter(({ id }) => id === keys.active.current)
  }
  function plan(gaps: readonly GapPart[]) {
    const ready = gaps.filter(({ canPlan, state }) => canPlan && state !== 'planned' && state !== 'resolved')
    if (ready.length === 0) {
      if (gaps.some(({ canPlan }) => !canPlan)) showError(text('action.cannotPlan'))
      return
    }
    keys.leave(new Set(ready.map(({ id }) => id)))
    actions.plan(ready)
    select([])
  }
  function ask(what: Asked['what'], gaps: readonly GapPart[]) {
    const ready = gaps.filter(({ state }) => state !== 'resolved' && !(what === 'waive' && state === 'waived'))
    if (ready.length > 0) setAsked({ what, gaps: ready })
  }
  function answered(run: (gaps: readonly GapPart[]) => void, isLeaving: boolean) {
    if (!asked) return
    if (isLeaving) keys.leave(new Set(asked.gaps.map(({ id }) => id)))
    run(asked.gaps)
    setAsked(null)
    select([])
  }

  const counts = data?.counts.state
  const doings = {
    onPlan: (gap: GapPart) => plan([gap]),
    onAssign: (gap: GapPart) => ask('assign', [gap]),
    onWaive: (gap: GapPart) => ask('waive', [gap]),
    onLink: (gap: GapPart) => ask('link', [gap]),
  }
  return (
    <Page
      title={text('title')}
      actions={<GapsExport filter={filter} words={words} />}
      lead={<GapsLead />}
      leadNote={<GapsLeadNote />}
      panel={
        openId === null ? null : (
          <GapPanel
            id={openId}
            words={words}
            actions={actions}
            onOpen={open}
            finalFocus={keys.focusTarget}
            keepFocus={false}
            discussion={discussion}
            {...doings}
          />
        )
      }
    >
      {ignored.length > 0 ? (
        <Notice tone="warning" className="mb-4">
          {text('filter.ignored', { parts: ignored.join(', ') })}
        </Notice>
      ) : null}
      <Tabs
        label={text('tabs')}
        value={filter.state}
        onValueChange={(state) => set({ state: state === 'open' ? null : state })}
        items={findingStates.map((value) => ({ value, label: text(`state.${value}`), count: counts?.[value] }))}
      >
        <TabPanel value={filter.state}>
          <GapFilters address={address} counts={data?.counts} total={data?.total} />
          {error ? (
            <Notice tone="error" className="mt-5" actions={<Button onClick={() => void refetch()}>{text('again')}</Button>}>
              {problemText(error)}
            </Notice>
          ) : null}
          <Dimmed isOld={isPlaceholderData}>
            {data ? null : error ? null : <SkeletonRows label={text('list')} />}
            {data && rows.length === 0 ? <GapsEmpty address={address} /> : null}
            {data && rows.length > 0 ? (
              <GapList
                list={data}
                group={filter.group}
                state={filter.state}
                openId={openId}
                selected={selected}
                onSelect={(id, on) => select(on ? [...selected, id] : [...selected].filter((one) => one !== id))}
                onOpen={(id) => {
                  keys.remember(id)
                  open(id)
                }}
                onFocus={keys.remember}
                onPlan={doings.onPlan}
                onLink={doings.onLink}
                words={words}
                actions={actions}
              />
            ) : null}
          </Dimmed>
          {data ? (
            <GapPages page={page} total={data.total} onPage={(next) => set({ page: next === 1 ? null : String(next) })} />
          ) : null}
          {selected.size > 0 ? (
            <GapBulkBar
              count={selected.size}
              state={filter.state}
              isAll={selected.size === rows.length}
              onAll={() => select(rows.map(({ id }) => id))}
              onClear={() => select([])}
              onPlan={() => plan(targets())}
              onAssign={() => ask('assign', targets())}
              onWaive={() => ask('waive', targets())}
              onUnwaive={() => {
                actions.unwaive(targets())
                select([])
              }}
            />
          ) : null}
        </TabPanel>
      </Tabs>
      {asked?.what === 'waive' ? (
        <WaiveDialog
          count={asked.gaps.length}
          words={words}
          finalFocus={keys.focusTarget}
          onClose={() => setAsked(null)}
          onWaive={(waiver) => answered((gaps) => actions.waive(gaps, waiver), true)}
        />
      ) : null}
      {asked?.what === 'assign' ? (
        <AssignDialog
          count={asked.gaps.length}
          ownerId={asked.gaps.length === 1 ? (asked.gaps[0]?.owner?.id ?? null) : null}
          finalFocus={keys.focusTarget}
          onClose={() => setAsked(null)}
          onAssign={(owner) => answered((gaps) => actions.assign(gaps, owner), false)}
        />
      ) : null}
      {asked?.what === 'link' ? (
        <LinkDialog
          proposed={asked.gaps.flatMap(onTheWayOf)}
          finalFocus={keys.focusTarget}
          onClose={() => setAsked(null)}
          onLink={(item) => answered((gaps) => gaps[0] && actions.link(gaps[0], item), true)}
        />
      ) : null}
    </Page>
  )
}
