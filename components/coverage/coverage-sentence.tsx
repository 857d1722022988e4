'use client'

import type { ReactNode } from 'react'
import type { CoverageScreenState } from '@/components/coverage/use-coverage-address'
import type { CoverageWords } from '@/components/coverage/use-coverage-words'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { formatDay } from '@/components/ui/day-text'
import { Popover } from '@/components/ui/popover'
import type { CoveragePicture } from '@/server/domain/coverage/coverage-picture.schema'

const strong = (chunks: ReactNode) => <strong className="font-semibold">{chunks}</strong>

/** The phase names of the journey, also while a lens shows other rows. */
export type NameOfPhase = (key: string) => string

interface Props {
  picture: CoveragePicture
  phaseName: NameOfPhase
  /** What the weakest phase lacks most, as a sentence. */
  finding?: ReactNode
}

/** What matters most, in one sentence. */
export function CoverageSentence({ picture, phaseName, finding }: Props) {
  const text = useText('coverage.sentence')
  const language = useLanguage()
  const { weakest, mode, asOf, lens } = picture
  if (!weakest) return text('noTargets')
  const { phase, score } = weakest
  const tense = tenseOf(picture)
  const values = {
    phase: phaseName(phase),
    reached: score.reached,
    wanted: score.wanted,
    mode,
    day: asOf === null ? '' : formatDay(asOf, language),
  }
  if (score.reached >= score.wanted) return text(`full.${tense}`, values)
  return (
    <>
      {text.rich(`weakest.${tense}`, { ...values, strong })}
      {tense === 'now' && lens === null && finding ? <> {finding}</> : null}
    </>
  )
}

const tenseOf = ({ asOf, today }: CoveragePicture) => (asOf === null || asOf === today ? 'now' : asOf < today ? 'past' : 'future')

interface NoteProps extends Omit<Props, 'finding'> {
  words: CoverageWords
  state: CoverageScreenState
  /** How many gaps are open, as a sentence. */
  gaps?: ReactNode
}

/** How far the whole journey is, with its sum, and what the plan makes of it. */
export function CoverageNote({ picture, phaseName, words, state, gaps }: NoteProps) {
  const text = useText('coverage.sentence')
  const language = useLanguage()
  const { readiness, plan, asOf, mode } = picture
  if (!readiness) return gaps ?? null
  const percent = words.percent(readiness.percent)
  const sum = (chunks: ReactNode) => (
    <ReadinessSum picture={picture} phaseName={phaseName} words={words}>
      {chunks}
    </ReadinessSum>
  )
  const showPlan = (chunks: ReactNode) => (
    <button type="button" className={linkStyle} onClick={() => state.set({ mode: 'planned' })}>
      {chunks}
    </button>
  )
  const isPlanShown = plan !== null && mode === 'published' && plan.percent > readiness.percent
  return (
    <>
      {text.rich(`readiness.${tenseOf(picture)}`, { percent, sum })} {asOf === null ? gaps : null}{' '}
      {isPlanShown
        ? text.rich(plan.until === null ? 'plan' : 'planUntil', {
            percent: words.percent(plan.percent),
            day: plan.until === null ? '' : formatDay(plan.until, language),
            link: showPlan,
          })
        : null}
    </>
  )
}

const linkStyle = 'rounded-sm text-accent underline decoration-1 underline-offset-2 hover:decoration-2'

interface SumProps extends Pick<NoteProps, 'picture' | 'phaseName' | 'words'> {
  children: ReactNode
}

function ReadinessSum({ picture: { readiness, rows }, phaseName, words, children }: SumProps) {
  const text = useText('coverage.readiness')
  if (!readiness) return children
  const weights = readiness.parts.reduce((total, { weight }) => total + weight, 0)
  const scores = new Map(rows.map(({ key, score }) => [key, score]))
  const isWeighted = readiness.parts.some(({ weight }) => weight !== 1)
  return (
    <Popover
      title={text('title')}
      className="w-80"
      trigger={
        <button type="button" className="rounded-sm text-ink underline decoration-ink-3 decoration-dotted underline-offset-3">
          {children}
        </button>
      }
    >
      <table className="w-full text-sm">
        <tbody>
          {readiness.parts.map(({ phase, percent, weight }) => {
            const score = scores.get(phase)
            return (
              <tr key={phase}>
                <th scope="row" className="py-0.5 text-start font-normal">
                  {phaseName(phase)}
                </th>
                <td className="px-2 text-end text-ink-2">
                  {score ? text('part', { reached: score.reached, wanted: score.wanted }) : null}
                </td>
                <td className="text-end">{words.percent(percent)}</td>
                {isWeighted ? <td className="ps-2 text-end text-ink-2">{text('times', { weight })}</td> : null}
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr className="border-t">
            <th scope="row" className="pt-1.5 text-start font-medium">
              {text(isWeighted ? 'weightedMean' : 'mean', { count: readiness.parts.length, weights })}
            </th>
            <td />
            <td className="pt-1.5 text-end font-semibold">{words.percent(readiness.percent)}</td>
            {isWeighted ? <td /> : null}
          </tr>
        </tfoot>
      </table>
      <p className="mt-2 text-xs text-ink-3">{text('help')}</p>
    </Popover>
  )
}
