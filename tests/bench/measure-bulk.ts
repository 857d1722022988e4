import { measure, type Session } from './session'

const many = 1_000

/** From the choice of a thousand items to the answer that all of them are tagged. */
export async function measureBulk(session: Session): Promise<void> {
  const { api, workspace, floor, palette } = session
  const ids: string[] = []
  for (let offset = 0; ids.length < many; offset += 200) {
    const { rows } = await api.content.list.query({ workspace, filter: 'step=published', limit: 200, offset })
    if (rows.length === 0) break
    ids.push(...rows.map(({ id }) => id))
  }
  const floorIds = floor.ids(ids.length)
  const keyOf = (n: number) => palette.keys.topic.at(-1 - n) ?? ''
  await measure(session, {
    group: 'bulk',
    name: `tag ${ids.length} items`,
    target: 500,
    runs: 9,
    async call(n) {
      const { selectionId, count } = await api.bulk.freeze.mutate({ workspace, selection: { ids } })
      const edit = { tags: [{ dimension: 'topic' as const, action: 'add' as const, keys: [keyOf(n)] }] }
      const { state, result } = await api.bulk.run.mutate({ workspace, selectionId, expectedCount: count, edit })
      if (state !== 'done' || result.failedCount > 0 || result.done + result.skipped !== count) {
        throw new Error(`the bulk edit did not do what it should: ${JSON.stringify(result)}`)
      }
    },
    floor: (n) => floor.tag(floorIds, keyOf(n)),
  })
}
