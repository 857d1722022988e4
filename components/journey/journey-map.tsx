'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { useText } from '@/components/i18n/use-text'
import { JourneyLead } from '@/components/journey/journey-lead'
import { JourneyTable } from '@/components/journey/journey-table'
import { PhaseCards } from '@/components/journey/phase-cards'
import { QuestionList } from '@/components/journey/question-list'
import { Page } from '@/components/shell/page'
import { usePaletteActions } from '@/components/shell/palette-actions'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'

/** The journey as a map: phases side by side, and below each what it is for, what is asked, what is there, what is missing. */
export function JourneyMap() {
  const text = useText('journey')
  const trpc = useTRPC()
  const { slug, base, can } = useWorkspace()
  const { data: map } = useSuspenseQuery(trpc.journey.map.queryOptions({ workspace: slug }))
  const router = useRouter()
  usePaletteActions(
    useMemo(
      () => [
        { id: 'print journey', label: text('print'), run: () => window.print() },
        ...(can('journey.edit')
          ? [{ id: 'edit phases', label: text('edit'), run: () => router.push(`${base}/settings/phases`) }]
          : []),
      ],
      [text, router, base, can],
    ),
  )
  return (
    <Page
      title={text('title')}
      lead={<JourneyLead map={map} />}
      leadNote={map.isLoop ? text('loop') : text('noLoop')}
      actions={
        <>
          <Button icon={<Printer aria-hidden />} onClick={() => window.print()}>
            {text('print')}
          </Button>
          {can('journey.edit') ? <LinkButton href={`${base}/settings/phases`}>{text('edit')}</LinkButton> : null}
        </>
      }
    >
      <JourneyTable map={map} className="hidden md:block print:block" />
      <PhaseCards map={map} className="md:hidden print:hidden" />
      {map.unplaced.length > 0 ? (
        <section className="mt-8 max-w-160">
          <h2>{text('unplaced')}</h2>
          <QuestionList questions={map.unplaced} phase={null} className="mt-2" />
        </section>
      ) : null}
    </Page>
  )
}
