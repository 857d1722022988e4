import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverageDimensions, models, modes, notCovered } from '@/server/domain/coverage/coverage.schema'
import { projectJourney } from '@/server/domain/coverage/lens.rules'
import { carriedTally, type Tally, type TallyQuestion, tally } from '@/server/domain/coverage/tally.rules'
import { changedFacts } from '@/server/domain/facts/changed-facts.rules'
import { factOf } from '@/server/domain/facts/fact.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { byFactId } from '@/server/domain/facts/fact-index.rules'
import { modelPreset } from '@/server/presets/models'
import { row } from '@/tests/property/coverage-facts'
import { journey } from '@/tests/unit/coverage/ask'
import { factWorld, makeRow, now } from '@/tests/unit/facts/make-fact'

const stock = fc
  .uniqueArray(row, { selector: ({ id }) => id, maxLength: 25 })
  .map((rows) => rows.map((made) => factOf(makeRow(made), factWorld)).sort(byFactId))

const keys = { channel: ['website', 'email', 'social', 'checkout', 'branch', 'review_platforms'], persona: ['buyer', 'user'] }
const columns = (by: (typeof coverageDimensions)[number]) => (by in keys ? keys[by as keyof typeof keys] : [])

const question = fc
  .record({
    by: fc.constantFrom(...coverageDimensions),
    mode: fc.constantFrom(...modes),
    lens: fc.option(fc.constantFrom(...models)),
  })
  .map(({ by, mode, lens }): TallyQuestion => {
    const asked = { by, mode, moment: now, picked: false, columns: columns(by) }
    if (lens === null) return { ...asked, rows: journey.map(({ key }) => key) }
    const { rowsOf, phases } = projectJourney(journey, lens, modelPreset(lens).phases)
    return { ...asked, rowsOf, rows: [...phases, notCovered] }
  })

/** Lists of phases come in the order in which they were met, which says nothing. */
const comparable = ({ phaseLists, ...counts }: Tally) => ({
  ...counts,
  phaseLists: phaseLists.map(([list, count]) => `${list.join()} ${count}`).sort(),
})

test('counts carried over to newer facts are what counting them anew gives', () => {
  let carriedOnes = 0
  fc.assert(
    fc.property(stock, stock, fc.array(fc.integer({ min: 0, max: 3 })), question, (older, others, fates, asked) => {
      // Of the older ones some stay the very same object, some are edited, some are gone; others join.
      const newer = older
        .flatMap((fact, n): Fact[] => {
          const edited = others[n]
          if (fates[n] === 1 && edited) return [{ ...edited, id: fact.id }]
          return fates[n] === 2 ? [] : [fact]
        })
        .concat(others.slice(older.length))
        .sort(byFactId)
      const carried = carriedTally(tally(older, asked), changedFacts(older, newer), asked)
      if (!carried) return
      carriedOnes += 1
      expect(comparable(carried)).toEqual(comparable(tally(newer, asked)))
    }),
    { numRuns: 400 },
  )
  expect(carriedOnes).toBeGreaterThan(40)
})
