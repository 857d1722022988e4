'use client'

import { useMemo } from 'react'
import type { Place } from '@/components/coverage/coverage-address'
import { useFormatter, useLanguage, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import {
  type CellState,
  type CoverageDimension,
  notCovered,
  type TargetNumbers,
  untagged,
} from '@/server/domain/coverage/coverage.schema'
import type { CoveragePicture } from '@/server/domain/coverage/coverage-picture.schema'
import { shownPercent } from '@/server/domain/coverage/heatmap-view.rules'
import { notRefined } from '@/server/domain/coverage/lens.rules'

interface CellNumbers {
  readonly fresh: number
  readonly stale: number
  readonly state: CellState
  readonly target: TargetNumbers | null
  readonly reason: string | null
}

/** The names of rows, columns and states, and whole cells in words. */
export function useCoverageWords(picture: Pick<CoveragePicture, 'by' | 'rows' | 'columns'>) {
  const text = useText('coverage')
  const format = useFormatter()
  const language = useLanguage()
  const { term } = useWorkspace()
  return useMemo(() => {
    const { by } = picture
    const rows = new Map(picture.rows.map(({ key, name }) => [key, name]))
    const columns = new Map(picture.columns.map(({ key, name }) => [key, name]))
    const rowName = (key: string | null) => {
      if (key === null) return text('allPhases')
      if (key === untagged) return text('noPhase')
      if (key === notCovered) return text('notCovered')
      if (key === notRefined) return text('notRefined')
      return rows.get(key) ?? key
    }
    const columnName = (key: string | null) => {
      if (key === null) return text('allColumns', { by })
      return key === untagged ? text('noValue', { by }) : (columns.get(key) ?? key)
    }
    /** English writes the names of channels and types small inside a sentence; names somebody gave stay as they are. */
    const insideSentence = (key: string | null) => {
      const name = columnName(key)
      if (language !== 'en' || key === null || !isCommonNoun(by)) return name
      const isPreset = key === untagged || (term(by, key)?.origin ?? 'own') !== 'own'
      return isPreset && /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
    }
    const stateName = (state: CellState) => text(`state.${state}`)
    const counted = ({ fresh, stale, target }: CellNumbers) => text('cell.count', { fresh, stale, ideal: target?.ideal ?? -1 })
    return {
      rowName,
      columnName,
      stateName,
      percent: (percent: number) => text('percent', { percent: format.number(shownPercent(percent)) }),
      placeName: ({ row, column }: Place) => text('cell.place', { row: rowName(row), column: columnName(column) }),
      /** "Retention, e-mail: gap, 0 of 2" */
      cellText: (row: string | null, column: string | null, cell: CellNumbers, delta: number | null = null) => {
        const place = text('cell.place', { row: rowName(row), column: insideSentence(column) })
        if (cell.state === 'not_applicable')
          return text('cell.notApplicable', { place, state: stateName(cell.state), reason: cell.reason ?? '', fresh: cell.fresh })
        const whole = text('cell.text', { place, state: stateName(cell.state), count: counted(cell) })
        if (!delta) return whole
        return text(delta > 0 ? 'cell.more' : 'cell.fewer', { whole, count: Math.abs(delta) })
      },
      totalText: (row: string | null, column: string | null, distinct: number) =>
        text('cell.total', { place: text('cell.place', { row: rowName(row), column: insideSentence(column) }), distinct }),
    }
  }, [picture, text, format, language, term])
}

export type CoverageWords = ReturnType<typeof useCoverageWords>

const isCommonNoun = (by: CoverageDimension): by is 'channel' | 'type' | 'purpose' =>
  by === 'channel' || by === 'type' || by === 'purpose'
