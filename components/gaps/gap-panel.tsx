'use client'

import { useQuery } from '@tanstack/react-query'
import { Ellipsis } from 'lucide-react'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { GapEvidenceView } from '@/components/gaps/gap-evidence-view'
import { GapHistory } from '@/components/gaps/gap-history'
import { GapPhases } from '@/components/gaps/gap-phases'
import { GapSeverity } from '@/components/gaps/gap-severity'
import { onTheWayOf } from '@/components/gaps/on-the-way'
import { PanelSection } from '@/components/gaps/panel-section'
import { PlannedItems } from '@/components/gaps/planned-items'
import type { GapActions } from '@/components/gaps/use-gap-actions'
import type { GapWords } from '@/components/gaps/use-gap-words'
import { useLocalized, useProblemText, useText } from '@/components/i18n/use-text'
import { useWritten } from '@/components/shell/platform'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Badge } from '@/components/ui/badge'
import { Button, IconButton } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Menu } from '@/components/ui/menu'
import { MenuItem, MenuLink } from '@/components/ui/menu-items'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { GapDetail, GapPart } from '@/server/domain/gaps/gap-list.schema'

export interface PanelDoings {
  onPlan: (gap: GapPart) => void
  onAssign: (gap: GapPart) => void
  onWaive: (gap: GapPart) => void
  onLink: (gap: GapPart) => void
}

interface Props extends PanelDoings {
  id: string
  words: GapWords
  actions: GapActions
  onOpen: (id: string | null) => void
  finalFocus: RefObject<HTMLElement | null>
  keepFocus: boolean
  /** What is said about it; another feature's, given by the page. */
  discussion?: (gap: string) => ReactNode
}

/** Everything about one gap: the proof with its contents, why it matters, what helps, what was decided and what happened. */
export function GapPanel({ id, words, actions, onOpen, finalFocus, keepFocus, discussion, ...doings }: Props) {
  const text = useText('gaps')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  const { data: gap, error } = useQuery(trpc.gaps.get.queryOptions({ workspace: slug, id }))
  const frame = {
    open: true,
    onOpenChange: (open: boolean) => !open && onOpen(null),
    finalFocus,
    keepFocus,
    className: 'lg:w-100',
  }
  if (!gap)
    return (
      <Panel {...frame} title={error ? text('panel.gone') : text('list')}>
        {error ? <Notice tone="error">{problemText(error)}</Notice> : <SkeletonRows label={text('list')} />}
      </Panel>
    )
  return (
    <Panel
      {...frame}
      title={words.titleOf(gap)}
      crumb={
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <GapSeverity severity={gap.severity} />
          <GapPhases phases={gap.phases} />
        </span>
      }
      footer={<PanelActions gap={gap} actions={actions} {...doings} />}
    >
      <PanelBody gap={gap} words={words} onOpen={onOpen} />
      {discussion ? <div className="mt-5">{discussion(gap.id)}</div> : null}
    </Panel>
  )
}

function PanelBody({ gap, words, onOpen }: { gap: GapDetail; words: GapWords; onOpen: (id: string) => void }) {
  const text = useText('gaps')
  const localized = useLocalized()
  const { about, state, waiver, plannedItems, owner, cameBack, firstSeenAt, lastSeenAt, resolvedAt, under } = gap
  const isOver = waiver !== null && state !== 'waived'
  const facts = useRef<HTMLDListElement>(null)
  const shown = useRef(state)
  useEffect(() => {
    // The button that was pressed may have gone with the state it was for: then the focus goes on at the top.
    if (shown.current !== state && document.activeElement === document.body)
      facts.current?.closest('[data-panel]')?.querySelector<HTMLElement>('h2')?.focus()
    shown.current = state
  }, [state])
  return (
    <>
      <dl ref={facts} className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
        <Fact name={text('panel.state')}>
          <Badge tone={state === 'open' ? 'gap' : state === 'resolved' ? 'covered' : 'plain'}>{text(`state.${state}`)}</Badge>
          {resolvedAt ? <span className="ms-2 text-ink-2">{words.dayOf(resolvedAt)}</span> : null}
        </Fact>
        <Fact name={text('panel.owner')}>{words.personOf(owner) ?? <span className="text-ink-3">{text('nobody')}</span>}</Fact>
        <Fact name={text('panel.firstSeen')}>{words.dayOf(firstSeenAt)}</Fact>
        <Fact name={text('panel.lastSeen')}>{words.dayOf(lastSeenAt)}</Fact>
      </dl>
      {cameBack ? <Notice className="mt-3">{text(`cameBack.${cameBack.why}`, { day: words.dayOf(cameBack.at) })}</Notice> : null}
      {waiver ? (
        <PanelSection title={text('panel.waiver')}>
          <p className="text-pretty">{waiver.reason}</p>
          <p className="mt-0.5 text-sm text-ink-2">
            {isOver && waiver.until
              ? text('wasWaived', { day: words.dayOf(waiver.until) })
              : waiver.until === null
                ? text('forGood')
                : text('until', { day: words.dayOf(waiver.until) })}
            {waiver.by ? ` · ${words.personOf(waiver.by)}` : null}
          </p>
        </PanelSection>
      ) : null}
      {plannedItems.length > 0 ? <PlannedItems items={plannedItems} words={words} isOpen={state === 'open'} /> : null}
      <GapEvidenceView gap={gap} words={words} />
      {under.length > 0 ? (
        <PanelSection title={text('under')}>
          <ul className="flex flex-col">
            {under.map((specific) => (
              <li key={specific.id} className="border-b py-1.5 last:border-b-0">
                <button type="button" onClick={() => onOpen(specific.id)} className="rounded-sm text-start hover:text-accent">
                  {words.titleOf(specific)}
                </button>
              </li>
            ))}
          </ul>
        </PanelSection>
      ) : null}
      <PanelSection title={text('panel.why')}>
        <p className="text-pretty">{localized(about.explanation)}</p>
        <p className="mt-1 text-xs text-ink-3">
          {about.origin === 'source'
            ? text('panel.source', { source: about.source })
            : about.source === 'Etappe'
              ? text('panel.own')
              : text('panel.derived', { source: about.source })}
        </p>
        {about.why ? (
          <blockquote className="mt-3 border-s-2 ps-3 text-ink-2 text-pretty">
            {localized(about.why.text)}
            <footer className="mt-0.5 text-xs text-ink-3">{text('panel.source', { source: about.why.source })}</footer>
          </blockquote>
        ) : null}
      </PanelSection>
      <PanelSection title={text('panel.remedy')}>
        <p className="text-pretty">{localized(about.remedy)}</p>
      </PanelSection>
      <GapHistory events={gap.history} words={words} />
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  )
}

function PanelActions({
  gap,
  actions,
  onPlan,
  onAssign,
  onWaive,
  onLink,
}: PanelDoings & { gap: GapDetail; actions: GapActions }) {
  const text = useText('gaps.action')
  const written = useWritten()
  const { can, base } = useWorkspace()
  const { state, plans, subject, plannedItem } = gap
  const mayPlan = can('gap.plan')
  const mayWaive = can('gap.waive')
  const isOnTheWay = mayPlan && state !== 'planned' && onTheWayOf(gap).length > 0
  if (state === 'resolved') return null
  const item = subject ?? (plannedItem && !plannedItem.isInTrash ? plannedItem : null)
  const waiving =
    state === 'waived' ? (
      <Button disabledReason={mayWaive ? undefined : text('leadsOnly')} onClick={() => actions.unwaive([gap])}>
        {text('unwaive')}
      </Button>
    ) : (
      <Button
        shortcut={mayWaive ? written('gapWaive') : undefined}
        disabledReason={mayWaive ? undefined : text('leadsOnly')}
        onClick={() => onWaive(gap)}
      >
        {text('waive')}
      </Button>
    )
  return (
    <>
      {isOnTheWay ? (
        <Button variant="primary" onClick={() => onLink(gap)}>
          {text('linkOne')}
        </Button>
      ) : null}
      {state !== 'planned' && plans > 0 ? (
        <Button
          variant={isOnTheWay ? 'plain' : 'primary'}
          shortcut={mayPlan ? written('gapPlan') : undefined}
          disabledReason={mayPlan ? undefined : text('editorsOnly')}
          onClick={() => onPlan(gap)}
        >
          {text('plan', { count: plans })}
        </Button>
      ) : null}
      {gap.rule === 'contact_without_answer' && gap.scope.channel !== undefined ? (
        <LinkButton variant="primary" href={`${base}/settings/channels`}>
          {text('toChannel')}
        </LinkButton>
      ) : null}
      <Button
        shortcut={mayPlan ? written('gapAssign') : undefined}
        disabledReason={can('gap.assign') ? undefined : text('editorsOnly')}
        onClick={() => onAssign(gap)}
      >
        {text('assign')}
      </Button>
      {waiving}
      <Menu trigger={<IconButton icon={<Ellipsis aria-hidden />} label={text('more')} variant="plain" />}>
        {item ? <MenuLink href={`${base}/content/${item.id}`}>{text('openItem')}</MenuLink> : null}
        {mayPlan ? <MenuItem onSelect={() => onLink(gap)}>{text('link')}</MenuItem> : null}
        {mayPlan && plannedItem ? <MenuItem onSelect={() => actions.link(gap, null)}>{text('unlink')}</MenuItem> : null}
        <MenuLink href={`${base}/settings/rules#${gap.rule}`}>{text('rule')}</MenuLink>
      </Menu>
    </>
  )
}
