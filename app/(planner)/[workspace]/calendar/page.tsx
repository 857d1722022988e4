import type { Metadata } from 'next'
import { orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { readCalendarAddress } from '@/components/calendar/calendar-address'
import { filterOfAddress, filterText, parametersOf } from '@/components/filter/filter-address'
import { calendarNames, perDay, windowOf } from '@/server/domain/calendar/calendar-window.rules'
import { localDayOf } from '@/server/domain/facts/moment.rules'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'
import { CalendarView } from './calendar-view'

interface Props {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('calendar.title') }
}

export default async function CalendarPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const parameters = parametersOf(await searchParams)
  const filter = filterText(filterOfAddress(parameters, calendarNames).filter)
  const queries = queryClient()
  const { timeZone } = await orNotFound(queries.fetchQuery(trpc.workspaces.get.queryOptions({ workspace })))
  const asked = readCalendarAddress(parameters)
  const { axis } = asked
  const show = asked.show ?? 'month'
  const at = asked.at ?? localDayOf((await requestContext()).now().getTime(), timeZone)
  const { from, to } = windowOf(show, at)
  await Promise.all([
    queries.prefetchQuery(trpc.calendar.range.queryOptions({ workspace, filter, axis, from, to, perDay: perDay[show] })),
    queries.prefetchQuery(trpc.calendar.holidays.queryOptions({ workspace, from, to })),
    queries.prefetchQuery(trpc.calendar.unscheduled.queryOptions({ workspace, filter, axis, limit: 25 })),
    queries.prefetchQuery(trpc.members.list.queryOptions({ workspace })),
  ])
  return (
    <Hydrate>
      <CalendarView />
    </Hydrate>
  )
}
