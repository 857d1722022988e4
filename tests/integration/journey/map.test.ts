import { expect, test } from 'vitest'
import { getJourneyMap } from '@/server/domain/journeys/journey-map.queries'
import { callerFor } from '@/tests/support/callers'
import { testDatabase } from '@/tests/support/database'
import { contextFor, makeMember, makeWorkspace } from '@/tests/support/factories'

const db = testDatabase()

test('the map shows the same numbers as the heatmap and the list of gaps', async () => {
  const workspace = await makeWorkspace(db(), { sample: 'worst' })
  const viewer = await makeMember(db(), workspace, 'viewer')
  const caller = callerFor(db(), viewer)
  const at = { workspace: workspace.slug }
  const [map, grid, gaps] = await Promise.all([
    caller.journey.map(at),
    caller.coverage.grid({ ...at, by: 'channel' }),
    caller.gaps.list({ ...at, limit: 500 }),
  ])
  expect(map.phases.map(({ key, live, score }) => ({ key, live, score }))).toEqual(
    grid.rows.slice(0, map.phases.length).map(({ key, distinct, score }) => ({ key, live: distinct, score })),
  )
  expect(map.weakest).toBe(grid.weakest?.phase)
  for (const { key, gaps: found } of map.phases) expect(found.open).toBe(gaps.counts.phase[key] ?? 0)
  expect(map.isLoop).toBe(true)
})

test('a question is answered by what is live, not by what is planned', async () => {
  const workspace = await makeWorkspace(db())
  const author = await makeMember(db(), workspace, 'editor')
  const caller = callerFor(db(), author)
  const at = { workspace: workspace.slug }
  const questions = (await caller.vocabulary.get(at)).question.filter(({ details }) => details.phase === 'retention')
  const question = questions[0]?.key ?? ''
  await caller.content.create({
    ...at,
    item: { title: 'Planned', type: 'faq', step: 'planned', tags: { phase: ['retention'], question: [question] } },
  })
  const before = await getJourneyMap(contextFor(db(), workspace, author, 'editor'))
  const asked = (map: typeof before) => map.phases.flatMap(({ questions }) => questions).find(({ key }) => key === question)
  expect(asked(before)).toEqual({ key: question, answers: 0, items: [] })
  const { item } = await caller.content.create({
    ...at,
    item: { title: 'Live', type: 'faq', step: 'published', tags: { phase: ['retention'], question: [question] } },
  })
  expect(asked(await getJourneyMap(contextFor(db(), workspace, author, 'editor')))).toEqual({
    key: question,
    answers: 1,
    items: [{ id: item.id, title: 'Live' }],
  })
})
