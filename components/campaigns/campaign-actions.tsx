'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Archive, ArchiveRestore, CalendarDays, Copy, Ellipsis, Grid3x3, SquareKanban, Table2, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { CopyCampaignDialog } from '@/components/campaigns/copy-campaign-dialog'
import { itemsFilter } from '@/components/campaigns/items-question'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { NewContent } from '@/components/shell/new-content'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { IconButton } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import { MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu-items'
import { showError } from '@/components/ui/toast'
import { localDayOf } from '@/server/domain/facts/moment.rules'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'

/** Its days where today is not among them; else the calendar begins with today. */
function calendarOf({ key, details: { startsOn, endsOn } }: Term<'campaign'>, today: string): string {
  const isRunning = (startsOn === null || startsOn <= today) && (endsOn === null || endsOn >= today)
  const day = startsOn ?? endsOn
  return isRunning || day === null ? itemsFilter(key) : `${itemsFilter(key)}&at=${day}`
}

/** What can be done with a campaign as a whole. */
export function CampaignActions({ campaign }: { campaign: Term<'campaign'> }) {
  const text = useText('campaigns')
  const problemText = useProblemText()
  const tell = useUndoToast()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  const { slug, base, can, nameOf, timeZone, vocabulary } = useWorkspace()
  const [isCopying, setCopying] = useState(false)
  const use = useQuery(trpc.vocabulary.use.queryOptions({ workspace: slug, dimension: 'campaign' }))
  const archive = useMutation(trpc.vocabulary.archive.mutationOptions())
  const remove = useMutation(trpc.vocabulary.delete.mutationOptions())
  const { key, revision } = campaign
  const name = nameOf('campaign', key)
  const isArchived = campaign.archivedAt !== null
  const used = use.data?.[key]
  const isUsed = !use.data || (used ? used.items + used.trashed > 0 : false)

  const hasChildren = vocabulary.campaign.some(({ details }) => details.parent === key)

  async function run(work: () => Promise<{ changeSet: string }>, message: string): Promise<boolean> {
    try {
      tell(message, (await work()).changeSet)
      return true
    } catch (error) {
      showError(problemText(error))
      return false
    } finally {
      await queries.invalidateQueries(trpc.vocabulary.pathFilter())
    }
  }
  const put = async (archived: boolean) => {
    const term = { workspace: slug, dimension: 'campaign', key, revision, archived } as const
    await run(() => archive.mutateAsync(term), text(archived ? 'told.archived' : 'told.restored', { name }))
    await queries.invalidateQueries(trpc.campaigns.pathFilter())
  }
  async function drop() {
    const term = { workspace: slug, dimension: 'campaign', key, revision } as const
    router.prefetch(`${base}/campaigns`)
    if (!(await run(() => remove.mutateAsync(term), text('told.deleted', { name })))) return
    router.push(`${base}/campaigns`)
    await queries.invalidateQueries(trpc.campaigns.list.pathFilter())
  }
  return (
    <>
      {isArchived ? null : <NewContent campaign={key}>{text('newItem')}</NewContent>}
      <Menu align="end" trigger={<IconButton icon={<Ellipsis aria-hidden />} label={text('menu.label')} />}>
        <MenuLink icon={<Table2 aria-hidden />} href={`${base}/content?${itemsFilter(key)}`}>
          {text('menu.table')}
        </MenuLink>
        <MenuLink
          icon={<CalendarDays aria-hidden />}
          href={`${base}/calendar?${calendarOf(campaign, localDayOf(Date.now(), timeZone))}`}
        >
          {text('menu.calendar')}
        </MenuLink>
        <MenuLink icon={<SquareKanban aria-hidden />} href={`${base}/board?${itemsFilter(key)}`}>
          {text('menu.board')}
        </MenuLink>
        <MenuLink icon={<Grid3x3 aria-hidden />} href={`${base}/coverage?${itemsFilter(key)}&mode=planned`}>
          {text('menu.heatmap')}
        </MenuLink>
        {can('campaign.edit') ? (
          <>
            <MenuSeparator />
            <MenuItem icon={<Copy aria-hidden />} onSelect={() => setCopying(true)}>
              {text('menu.copy')}
            </MenuItem>
            <MenuSeparator />
            <MenuItem
              icon={isArchived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
              onSelect={() => void put(!isArchived)}
            >
              {text(isArchived ? 'menu.restore' : 'menu.archive')}
            </MenuItem>
            <MenuItem icon={<Trash2 aria-hidden />} danger disabled={hasChildren || isUsed} onSelect={() => void drop()}>
              {text(hasChildren ? 'menu.deleteAbove' : isUsed ? 'menu.deleteUsed' : 'menu.delete')}
            </MenuItem>
          </>
        ) : null}
      </Menu>
      {isCopying ? <CopyCampaignDialog campaign={campaign} onClose={() => setCopying(false)} /> : null}
    </>
  )
}
