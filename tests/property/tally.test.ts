import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverageDimensions, models, modes, notCovered } from '@/server/domain/coverage/coverage.schema'
import { projectJourney } from '@/server/domain/coverage/lens.rules'
import { carriedTally, type Tally, type TallyQuestion, tally } from '@/server/domain/coverage/tally.rules'
import { changedSince } from '@/server/domain/facts/changed-facts.rules'
import { factOf } from '@/server/domain/facts/fact.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { byFactId, FactIndex } from '@/server/domain/facts/fact-index.rules'
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
  const edits = fc.array(fc.array(fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(stock, stock, edits, question, (older, others, changes, asked) => {
      let index = new FactIndex(older)
      let facts: readonly Fact[] = older
      // In each step some stay, some are edited, some are gone; others join, or come back.
      const steps = changes.map((fates, from) => {
        const changed = others.flatMap((edited, n): Fact[] =>
          fates[n] === 1 ? [{ ...edited, id: facts[n]?.id ?? edited.id }] : [],
        )
        const gone = new Set(facts.flatMap(({ id }, n) => (fates[n] === 2 && !changed.some((one) => one.id === id) ? [id] : [])))
        const next = index.with([...new Map(changed.map((fact) => [fact.id, fact])).values()], gone)
        index = next.byId
        facts = next.facts
        return { ...next.step, from }
      })
      const changed = changedSince({ seq: changes.length, steps }, 0)
      if (!changed) throw new Error('the steps reach back to the first facts')
      const carried = carriedTally(tally(older, asked), changed, asked)
      if (!carried) return
      carriedOnes += 1
      expect(comparable(carried)).toEqual(comparable(tally(facts, asked)))
    }),
    { numRuns: 400 },
  )
  expect(carriedOnes).toBeGreaterThan(40)
})
