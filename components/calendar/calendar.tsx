'use client'

import { Plus } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { Agenda } from '@/components/calendar/agenda'
import { AskPublished } from '@/components/calendar/ask-published'
import { CalendarContext, type CalendarParts, type Dragged, type EntryActions } from '@/components/calendar/calendar-context'
import { CalendarEmpty } from '@/components/calendar/calendar-empty'
import { CalendarGrid } from '@/components/calendar/calendar-grid'
import { CalendarSelection } from '@/components/calendar/calendar-selection'
import { CalendarToolbar } from '@/components/calendar/calendar-toolbar'
import { type CampaignDays, CampaignDaysDialog } from '@/components/calendar/campaign-days-dialog'
import { CampaignStrip } from '@/components/calendar/campaign-strip'
import { DayList } from '@/components/calendar/day-list'
import { EntryMenu } from '@/components/calendar/entry-menu'
import { GoToDialog } from '@/components/calendar/go-to-dialog'
import { MoveDialog, ShiftDialog } from '@/components/calendar/move-dialog'
import { Quarter } from '@/components/calendar/quarter'
import { QuickCreate } from '@/components/calendar/quick-create'
import { movedAt } from '@/components/calendar/range-patch'
import { Tray } from '@/components/calendar/tray'
import { useCalendarAddress } from '@/components/calendar/use-calendar-address'
import { useCalendarData } from '@/components/calendar/use-calendar-data'
import { useCalendarFocus } from '@/components/calendar/use-calendar-focus'
import { useCalendarKeys } from '@/components/calendar/use-calendar-keys'
import { useCalendarMoves } from '@/components/calendar/use-calendar-moves'
import { useCampaignMoves, useCampaignSpans } from '@/components/calendar/use-campaign-moves'
import { useEntrySelection } from '@/components/calendar/use-entry-selection'
import { useKeptEntry } from '@/components/calendar/use-kept-entry'
import { useShownEntries } from '@/components/calendar/use-shown-entries'
import { useWayBack } from '@/components/calendar/use-way-back'
import { FilterBar } from '@/components/filter/filter-bar'
import { useFilter } from '@/components/filter/use-filter'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { Page } from '@/components/shell/page'
import { useWorkspace } from '@/components/shell/workspace'
import { Button, IconButton } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { useAnnounce } from '@/components/ui/live-region'
import { Notice } from '@/components/ui/notice'
import { useEscape } from '@/components/ui/use-escape'
import { ViewsMenu } from '@/components/views/views-menu'
import type { CalendarEntry, MoveTo } from '@/server/domain/calendar/calendar.schema'
import { calendarNames } from '@/server/domain/calendar/calendar-window.rules'
import { daysBetween, localDayOf } from '@/server/domain/facts/moment.rules'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'

type Open =
  | { readonly kind: 'menu'; readonly entry: CalendarEntry; readonly anchor: HTMLElement }
  | { readonly kind: 'move' | 'shift'; readonly entries: readonly CalendarEntry[] }
  | { readonly kind: 'create'; readonly day: string }
  | { readonly kind: 'campaign'; readonly term: Term<'campaign'>; readonly days?: CampaignDays | undefined }
  | { readonly kind: 'goTo' }

interface Props {
  /** An item in a panel beside the calendar; another feature's, given by the page. */
  peek?: (id: string, close: () => void, takesFocus: boolean) => ReactNode
  /** The ways to take it along; another feature's as well. */
  share?: ReactNode
}

/** What a filter means, on its days: by month, week, list or quarter, and by whichever of its dates. */
export function Calendar({ peek, share }: Props) {
  const text = useText('calendar')
  const problemText = useProblemText()
  const announce = useAnnounce()
  const { can, timeZone } = useWorkspace()
  const today = localDayOf(Date.now(), timeZone)
  const address = useCalendarAddress(today)
  const { show, axis } = address
  const { filter, text: filterText, ignored, setFilter } = useFilter(calendarNames)
  const unread = [...ignored, ...address.ignored]
  const data = useCalendarData(filterText, address)
  const holidayOf = (day: string) => data.holidays.get(day)
  const moves = useCalendarMoves(axis)
  const focus = useCalendarFocus(address, show === 'agenda')
  const selection = useEntrySelection(`${axis} ${filterText}`, (count) => announce(text('told.selectionDropped', { count })))
  const spans = useCampaignSpans(filter)
  const campaigns = useCampaignMoves(axis, focus.root, (term, days) => setOpen({ kind: 'campaign', term, days }))
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  // The list of one day; what opens out of it stands above it. Other days, and it has nowhere to hang.
  const [list, setList] = useState<{ day: string; anchor: HTMLElement; of: string; at?: string } | null>(null)
  const place = `${show} ${address.window.from}`
  if (list !== null && list.of !== place) setList(null)
  const [isPeekedByKey, setPeekedByKey] = useState(false)
  const entryActions = useEntryActions({
    peek(id, isByKey) {
      setPeekedByKey(isByKey)
      address.setPeek(id)
    },
    openMenu: (entry, anchor) => setOpen({ kind: 'menu', entry, anchor }),
    select: (entry, isRange) => (isRange ? selection.extendTo(entry, shownAround(entry.id)) : selection.toggle(entry)),
    refuse: (entry) => void moves.refuse([entry]),
  })
  const kept = useKeptEntry(filterText, address, data.range)
  const { entryOf, newest, shownAround } = useShownEntries(address, data, kept)
  useEscape(selection.clear, selection.count > 0)

  const selected = () => selection.entries(entryOf)
  /** The one that is held leads: the others move as it does, and the focus goes with it. */
  const meantBy = (entry: CalendarEntry) =>
    selection.has(entry.id) ? [entry, ...selected().filter(({ id }) => id !== entry.id)] : [entry]
  const focused = () => {
    const id = focus.focusedId()
    return id === undefined ? undefined : newest(id)
  }
  const rememberPlace = useWayBack(address, kept, focus)
  async function move(entries: readonly CalendarEntry[], to: MoveTo): Promise<void> {
    const [first] = entries
    if (!first || moves.refuse(entries)) return
    const { at } = address
    const next = movedAt(first.at, to)
    const day = next?.slice(0, 10)
    if (day) focus.expect(first.id, day)
    let hold: ReturnType<typeof kept.hold> | undefined
    const onShown = () => {
      if (day) hold = kept.hold({ ...first, at: next, isLate: false })
    }
    const outcome = await moves.move(entries, to, { onShown })
    if (outcome.kind === 'moved') rememberPlace(outcome.changeSet, { entry: first, at })
    if (hold) kept.saved(hold)
    if (day) focus.settle(first.id, day)
  }
  /** The view turns to the new day only when it is one. Gives why it stays, for the dialog that asked. */
  async function moveByDialog(entries: readonly CalendarEntry[], to: MoveTo): Promise<string | null> {
    const [first] = entries
    const { at } = address
    const outcome = await moves.move(entries, to, { isAwaited: true })
    if (outcome.kind === 'refused') return outcome.reason
    if (outcome.kind === 'cancelled') return null
    setOpen(null)
    setList(null)
    if (!first || outcome.kind === 'nothing') return null
    rememberPlace(outcome.changeSet, { entry: first, at })
    const next = movedAt(first.at, to)
    if (next === null) return null
    kept.hold({ ...first, at: next, isLate: false }, true)
    focus.expect(first.id, next.slice(0, 10))
    if (list !== null && show === 'quarter') listAgain(first, to)
    return null
  }
  const askMove = (entries: readonly CalendarEntry[]) => {
    if (!moves.refuse(entries)) setOpen({ kind: 'move', entries })
  }
  function moveAndClose(entries: readonly CalendarEntry[], to: MoveTo): void {
    setOpen(null)
    setList(null)
    const isListed = list !== null && show === 'quarter'
    void move(entries, to).then(() => isListed && entries[0] && listAgain(entries[0], to))
  }
  /** A quarter shows no entries: there one is moved on from list to list. */
  function listAgain({ id, at }: CalendarEntry, to: MoveTo): void {
    const day = movedAt(at, to)?.slice(0, 10) ?? ''
    const anchor = focus.root.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)
    if (anchor) setList({ day, anchor, of: place, at: id })
  }
  /** One onto the day; of several all by as many days as the one that is held. */
  function moveOnto(entry: CalendarEntry, day: string): void {
    const meant = meantBy(entry)
    const isTogether = meant.length > 1 && entry.at !== null && meant.every(({ at }) => at !== null)
    void move(
      meant,
      isTogether ? { kind: 'byDays', days: daysBetween(entry.at?.slice(0, 10) ?? day, day) } : { kind: 'toDay', day },
    )
  }
  function drop(dragged: Dragged, day: string): void {
    if (dragged.kind === 'entry') {
      moveOnto(dragged.entry, day)
      return
    }
    if (dragged.part === 'whole') campaigns.shift(dragged.key, daysBetween(dragged.day, day))
    else campaigns.putEdge(dragged.key, dragged.part, day)
  }
  const mayCreate = can('item.create') && axis !== 'published' && (axis !== 'scheduled' || can('item.publish'))
  const create = mayCreate ? (day: string) => setOpen({ kind: 'create', day }) : null
  const parts: CalendarParts = {
    address,
    today,
    active: focus.active,
    holidayOf,
    isSelected: selection.has,
    toggle: selection.toggle,
    keptOn: kept.on,
    entryActions,
    askMove,
    move: moveAndClose,
    meantBy,
    create,
    openDay: (day, anchor) => setList({ day, anchor, of: place }),
    drop,
    openCampaign: (term, days) => setOpen({ kind: 'campaign', term, days }),
    refuseCampaign: campaigns.refuse,
    focusDay: focus.focusDay,
  }
  const goToday = () => {
    address.goTo(today)
    focus.focusDay(today)
  }
  const onKey = useCalendarKeys({
    address,
    focus,
    focused,
    shown: () => shownAround(focus.focusedId() ?? ''),
    selection,
    askMove: (entry) => askMove(meantBy(entry)),
    askDate: () => setOpen({ kind: 'goTo' }),
    move: (entry, days) => moveAndClose(meantBy(entry), { kind: 'byDays', days }),
    shiftCampaign: campaigns.byKey,
    goToday,
  })
  const { range } = data
  const question = moves.asked ? <AskPublished asked={moves.asked} axis={axis} /> : null
  const isMoving = open?.kind === 'move' || open?.kind === 'shift'
  const layers = (
    <>
      {open?.kind === 'menu' ? <EntryMenu entry={open.entry} anchor={open.anchor} onClose={close} /> : null}
      {open?.kind === 'move' ? (
        <MoveDialog
          entries={open.entries}
          axis={axis}
          today={today}
          onMove={(to) => moveByDialog(open.entries, to)}
          onClose={close}
        >
          {question}
        </MoveDialog>
      ) : null}
      {open?.kind === 'shift' ? (
        <ShiftDialog entries={open.entries} onMove={(to) => moveByDialog(open.entries, to)} onClose={close}>
          {question}
        </ShiftDialog>
      ) : null}
      {open?.kind === 'create' && axis !== 'published' ? (
        <QuickCreate day={open.day} axis={axis} filter={filter} today={today} onClose={close} />
      ) : null}
      {open?.kind === 'campaign' ? (
        <CampaignDaysDialog campaign={open.term} proposed={open.days} axis={axis} today={today} onClose={close} />
      ) : null}
      {open?.kind === 'goTo' ? (
        <GoToDialog
          at={address.at}
          today={today}
          onClose={close}
          onGo={(day) => {
            close()
            address.goTo(day)
            focus.focusDay(day)
          }}
        />
      ) : null}
      {isMoving ? null : question}
    </>
  )
  return (
    <Page
      title={text('title')}
      panel={address.peek && peek ? peek(address.peek, () => address.setPeek(null), isPeekedByKey) : null}
      actions={
        <>
          <ViewsMenu screen="calendar" />
          {share}
          {create ? (
            <>
              <Button
                variant="primary"
                className="max-sm:hidden"
                icon={<Plus aria-hidden />}
                onClick={() => create(focus.active)}
              >
                {text('add')}
              </Button>
              <IconButton
                variant="primary"
                className="sm:hidden"
                icon={<Plus aria-hidden />}
                label={text('add')}
                onClick={() => create(focus.active)}
              />
            </>
          ) : null}
        </>
      }
    >
      <CalendarContext value={parts}>
        <FilterBar
          className="mb-3"
          filter={filter}
          onChange={setFilter}
          after={
            range ? (
              <span aria-live="polite" className="max-sm:text-xs">
                {text('totals', { total: range.total, here: range.inRange, unscheduled: range.unscheduled })}
                {range.late > 0 ? <span className="text-danger"> · {text('late', { count: range.late })}</span> : null}
              </span>
            ) : null
          }
        />
        {unread.length > 0 ? (
          <Notice tone="warning" className="mb-3">
            {text('ignored', { parts: unread.join(', ') })}
          </Notice>
        ) : null}
        {can('item.editOwn') ? null : <p className="mb-2 text-sm text-ink-2">{text('viewerHint')}</p>}
        <CalendarToolbar address={address} onToday={goToday} onGoTo={() => setOpen({ kind: 'goTo' })} />
        {data.error ? (
          <Notice tone="error" live title={text('failed')} actions={<Button onClick={data.retry}>{text('again')}</Button>}>
            {problemText(data.error)}
          </Notice>
        ) : null}
        {range?.total === 0 ? <CalendarEmpty conditions={filter.length} onClear={() => setFilter([])} /> : null}
        <div ref={focus.root} tabIndex={-1} className="flex outline-none flex-col gap-4 lg:flex-row lg:items-start">
          <div className={cn('min-w-0 flex-1', address.isGuessed && 'max-sm:hidden')}>
            {show === 'agenda' ? (
              <>
                <CampaignStrip campaigns={spans} />
                <Agenda data={data} />
              </>
            ) : show === 'quarter' ? (
              <Quarter data={data} campaigns={spans} />
            ) : (
              <CalendarGrid data={data} campaigns={spans} />
            )}
          </div>
          <Tray
            filter={filterText}
            className="max-sm:order-first lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:w-52 xl:w-60 lg:shrink-0 lg:overflow-y-auto"
          />
        </div>
        {selection.count > 0 ? (
          <CalendarSelection
            count={selection.count}
            axis={axis}
            onMove={() => askMove(selected())}
            onShift={() => moves.refuse(selected()) || setOpen({ kind: 'shift', entries: selected() })}
            onUnschedule={() => void move(selected(), { kind: 'unschedule' })}
            onClear={selection.clear}
          />
        ) : null}
        {list ? (
          <DayList
            day={list.day}
            at={list.at}
            anchor={list.anchor}
            filter={filterText}
            onKey={onKey}
            onClose={() => setList(null)}
          >
            {layers}
          </DayList>
        ) : (
          layers
        )}
      </CalendarContext>
    </Page>
  )
}

function useEntryActions(actions: EntryActions): EntryActions {
  const latest = useRef(actions)
  useLayoutEffect(() => {
    latest.current = actions
  })
  const [stable] = useState<EntryActions>(() => ({
    peek: (id, isByKey) => latest.current.peek(id, isByKey),
    openMenu: (entry, anchor) => latest.current.openMenu(entry, anchor),
    select: (entry, isRange) => latest.current.select(entry, isRange),
    refuse: (entry) => latest.current.refuse(entry),
  }))
  return stable
}
