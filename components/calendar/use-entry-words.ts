'use client'

import { useMemo } from 'react'
import { useDayWords } from '@/components/calendar/use-day-words'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import type { Axis, CalendarEntry } from '@/server/domain/calendar/calendar.schema'
import type { Colouring } from '@/server/domain/calendar/calendar-window.rules'
import type { Status } from '@/server/domain/vocabulary/vocabulary.schema'

const statusHues: Readonly<Record<Status, number>> = {
  idea: 260,
  planned: 230,
  in_progress: 75,
  in_review: 300,
  published: 150,
  archived: 30,
}
/** Neighbours far apart on the circle. */
const goldenAngle = 137.5

interface EntryColour {
  readonly key: string
  readonly name: string
  readonly hue: number
  readonly letter?: string
}

/** Two letters have room in a month; of more the first says how many others there are. */
const lettersOf = ([first = '', ...others]: readonly string[]): string =>
  others.length > 1 ? `${first} +${others.length}` : [first, ...others].join(' ')

/** The colour of an entry by what was chosen, with the word that says the same; undefined without one. */
export function useEntryColour(colouring: Colouring): (entry: CalendarEntry) => EntryColour | undefined {
  const { vocabulary, nameOf } = useWorkspace()
  return useMemo(() => {
    const campaigns = new Map(vocabulary.campaign.map(({ key, details }) => [key, details]))
    const channels = new Map(vocabulary.channel.map(({ key }, at) => [key, Math.round(at * goldenAngle) % 360]))
    return ({ phase, channel: [channel], campaign: [campaign], status, step }) => {
      if (colouring === 'status') return { key: status, name: nameOf('step', step), hue: statusHues[status] }
      if (colouring === 'phase') {
        // The colour of the first on the journey, and the others beside it.
        const along = vocabulary.phase.filter(({ key }) => phase.includes(key))
        const [first] = along
        if (first === undefined) return undefined
        const names = along.map(({ key }) => nameOf('phase', key)).join(', ')
        const letter = lettersOf(along.map(({ details }) => details.letter))
        return { key: first.key, name: names, hue: first.details.hue, letter }
      }
      if (colouring === 'channel' && channel !== undefined)
        return { key: channel, name: nameOf('channel', channel), hue: channels.get(channel) ?? 0 }
      if (colouring === 'campaign' && campaign !== undefined)
        return { key: campaign, name: nameOf('campaign', campaign), hue: campaigns.get(campaign)?.hue ?? 0 }
      return undefined
    }
  }, [vocabulary, nameOf, colouring])
}

/** An entry in one sentence, for those who do not see where it stands. */
export function useEntryName(axis: Axis, colouring: Colouring) {
  const text = useText('calendar.entry')
  const days = useDayWords()
  const colourOf = useEntryColour(colouring)
  const { nameOf } = useWorkspace()
  return (entry: CalendarEntry, isSelected: boolean): string => {
    const time = entry.at?.slice(11) ?? ''
    const zone = time !== '' && (axis === 'scheduled' || axis === 'published') ? ` ${days.zoneOf(entry.at ?? '')}` : ''
    const parts = [
      entry.title,
      time + zone,
      nameOf('step', entry.step),
      colouring === 'status' ? '' : (colourOf(entry)?.name ?? ''),
      entry.isLate ? text('late') : '',
      isSelected ? text('selected') : '',
    ]
    return parts.filter((part) => part !== '').join(', ')
  }
}
