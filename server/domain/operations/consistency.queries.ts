import type { Database } from '@/db/database'
import { type ConsistencyCheck, consistencyChecks, countFaults, countItemRows } from '@/db/stores/consistency'
import { listWorkspaces } from '@/db/stores/workspaces'
import { loadFacts } from '@/server/domain/facts/facts.queries'

export interface Finding {
  readonly check: ConsistencyCheck | 'facts'
  /** How many things are wrong; 0 is right. */
  readonly faults: number
}

/** Whether the database is whole. For the operator on the machine itself: there is no role to ask for. */
export async function checkConsistency(db: Database): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const check of consistencyChecks) findings.push({ check, faults: await countFaults(db, check) })
  return [...findings, { check: 'facts', faults: await countWrongFacts(db) }]
}

/** Workspaces of which counting and listing would see other items than there are. */
async function countWrongFacts(db: Database): Promise<number> {
  let wrong = 0
  for (const { id } of await listWorkspaces(db.read)) {
    const { facts } = await loadFacts({ db }, id)
    if (facts.length !== (await countItemRows(db, id))) wrong += 1
  }
  return wrong
}
