'use client'

import type { CoverageScreenState } from '@/components/coverage/use-coverage-address'
import { useLocalized, useText } from '@/components/i18n/use-text'
import { Notice } from '@/components/ui/notice'
import { notCovered } from '@/server/domain/coverage/coverage.schema'
import type { CoveragePicture } from '@/server/domain/coverage/coverage-picture.schema'
import { notRefined } from '@/server/domain/coverage/lens.rules'
import { modelPreset } from '@/server/presets/models'

/** What a lens cannot show or tell apart, each a way to the items, and what to know about its model. */
export function LensNotes({ picture, state }: { picture: CoveragePicture; state: CoverageScreenState }) {
  const text = useText('coverage.lens')
  const localized = useLocalized()
  if (picture.lens === null) return null
  const preset = modelPreset(picture.lens)
  const left = picture.rows.find(({ key }) => key === notCovered)?.distinct ?? 0
  const list = (row: string, label: string) => (
    <button
      type="button"
      data-cell={`${row}.*`}
      onClick={() => state.set({ cell: `${row}.*` })}
      className="rounded-sm text-accent underline decoration-1 underline-offset-2 hover:decoration-2"
    >
      {label}
    </button>
  )
  return (
    <div className="mt-3 flex max-w-180 flex-col gap-2">
      {preset.warning ? <Notice tone="warning">{localized(preset.warning)}</Notice> : null}
      <p className="text-sm text-ink-2">
        {text('note', { model: localized(preset.name) })}{' '}
        {picture.notRefined > 0 ? (
          <>
            {list(notRefined, text('notRefined', { count: picture.notRefined }))} {text('notRefinedHelp')}{' '}
          </>
        ) : null}
        {left > 0 ? list(notCovered, text('notCovered', { count: left })) : null}
      </p>
    </div>
  )
}
