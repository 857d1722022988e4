'use client'

import { DayPicker } from '@/components/coverage/day-picker'
import { ForecastSwitches } from '@/components/coverage/forecast-switches'
import type { CoverageScreenState } from '@/components/coverage/use-coverage-address'
import { endOfSpan, monthsBefore } from '@/components/coverage/usual-days'
import { FilterBar } from '@/components/filter/filter-bar'
import { useLanguage, useLocalized, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { formatDay } from '@/components/ui/day-text'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { coverageDimensions, type Mode, modes } from '@/server/domain/coverage/coverage.schema'
import type { CoveragePicture } from '@/server/domain/coverage/coverage-picture.schema'
import { modelPresets } from '@/server/presets/models'

interface Props {
  state: CoverageScreenState
  picture: Pick<CoveragePicture, 'today' | 'total'>
}

const own = 'own'
/** The heatmap's own controls say these. */
const withoutFields = ['counts', 'asOf', 'trash', 'campaignsOff']

/** What the heatmap counts, of when, against what and through which model. */
export function CoverageControls({ state, picture: { today, total } }: Props) {
  const text = useText('coverage')
  const localized = useLocalized()
  const language = useLanguage()
  const { model } = useWorkspace()
  const { question, compare, filter, set, setFilter } = state
  const { by, mode, asOf, lens } = question
  const asOfName = asOf === null ? 'today' : asOf < today ? 'past' : asOf === today ? 'endOfToday' : 'future'
  const asOfDay = asOf === null ? '' : formatDay(asOf, language)

  return (
    <div data-print="hide" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Segmented<Mode>
          label={text('mode.label')}
          value={mode}
          onValueChange={(next) => set({ mode: next === 'published' ? null : next })}
          items={modes.map((value) => ({ value, label: text(`mode.${value}`) }))}
        />
        <DayPicker
          title={text('asOf.title')}
          value={asOf}
          today={today}
          onPick={(day) => set({ asOf: day })}
          quick={[
            { label: text('asOf.now'), day: null },
            { label: text('asOf.monthAgo'), day: monthsBefore(today, 1) },
            { label: text('asOf.yearAgo'), day: monthsBefore(today, 12) },
            { label: text('asOf.endOfMonth'), day: endOfSpan(today, 'month') },
            { label: text('asOf.endOfQuarter'), day: endOfSpan(today, 'quarter') },
            { label: text('asOf.endOfYear'), day: endOfSpan(today, 'year') },
          ]}
          trigger={<Button>{text(`asOf.${asOfName}`, { day: asOfDay })}</Button>}
        />
        <Select
          look="button"
          label={text('columns.label')}
          labelHidden
          prefix={text('columns.prefix')}
          value={by}
          onValueChange={(next) => set({ by: next === 'channel' ? null : next, cell: null })}
          items={coverageDimensions.map((value) => ({ value, label: text(`dimension.${value}`) }))}
        />
        <Select
          look="button"
          label={text('lens.label')}
          labelHidden
          prefix={text('lens.prefix')}
          value={lens ?? own}
          onValueChange={(next) => set({ lens: next === own ? null : next, cell: null })}
          items={[
            { value: own, label: text('lens.own'), description: text('lens.ownHelp') },
            ...modelPresets.map((preset) => ({
              value: preset.key,
              label: localized(preset.name),
              ...(preset.key === model ? { hint: text('lens.origin') } : {}),
            })),
          ]}
        />
        {mode === 'published' ? null : <ForecastSwitches filter={filter} onChange={setFilter} />}
        <DayPicker
          title={text('compare.title')}
          value={compare}
          today={today}
          max={today}
          onPick={(day) => set({ compare: day })}
          quick={[
            { label: text('compare.none'), day: null },
            { label: text('compare.month'), day: monthsBefore(today, 1) },
            { label: text('compare.quarter'), day: monthsBefore(today, 3) },
            { label: text('compare.year'), day: monthsBefore(today, 12) },
          ]}
          trigger={
            <Button variant={compare === null ? 'quiet' : 'plain'}>
              {compare === null ? text('compare.open') : text('compare.with', { day: formatDay(compare, language) })}
            </Button>
          }
        />
      </div>
      <FilterBar filter={filter} onChange={setFilter} without={withoutFields} after={text('counted', { total })} />
    </div>
  )
}
