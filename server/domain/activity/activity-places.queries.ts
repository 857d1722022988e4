import type { ChangeRow } from '@/db/stores/changes'
import { listCommentsById } from '@/db/stores/comments'
import { listFindingsById } from '@/db/stores/findings'
import { findReviewLink } from '@/db/stores/review-links'
import { listTasksById } from '@/db/stores/tasks'
import { listUserNames } from '@/db/stores/users'
import type { ActivityPlace } from '@/server/domain/activity/activity.schema'
import { plainText } from '@/server/domain/comments/comment.rules'
import type { Context } from '@/server/domain/context'
import type { WorkspaceFacts } from '@/server/domain/facts/facts.queries'
import { ruleNameOf } from '@/server/domain/history/subject-names.rules'
import { termByKey, termName } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Locale } from '@/server/domain/wire.schema'

/** What rows of the log are about, by the names things have now, else by those they had. */
export interface Places {
  placeOf(row: ChangeRow): ActivityPlace | null
  phaseOfGap(id: string): string | null
  /** Of a task. */
  titleOf(row: ChangeRow): string | null
  /** What a comment says now; nothing once it is deleted. */
  textOf(row: ChangeRow): string | null
  reviewerOf(row: ChangeRow): string | null
}

type About = { readonly subject: string; readonly subjectId: string }

const textIn = (record: Record<string, unknown> | null, name: string): string | null => {
  const value = record?.[name]
  return typeof value === 'string' ? value : null
}
const either = (row: ChangeRow, name: string) => textIn(row.after, name) ?? textIn(row.before, name)

export async function loadPlaces(
  { actor, db, locale = 'en' }: Pick<Context, 'actor' | 'db'> & { readonly locale?: Locale },
  held: WorkspaceFacts,
  rows: readonly ChangeRow[],
): Promise<Places> {
  const { workspaceId } = actor
  const idsOf = (subject: string) => [...new Set(rows.filter((row) => row.subject === subject).map((row) => row.subjectId))]
  const [tasks, comments] = await Promise.all([
    listTasksById(db.read, workspaceId, idsOf('task')),
    listCommentsById(db.read, workspaceId, idsOf('comment')),
  ])
  const links = await Promise.all(idsOf('reviewLink').map((id) => findReviewLink(db.read, workspaceId, id)))
  const abouts = new Map<string, About>()
  for (const one of [...tasks, ...comments, ...links]) if (one) abouts.set(one.id, one)
  const aboutOf = (row: ChangeRow): About | null => {
    const [subject, subjectId] = [either(row, 'subject'), either(row, 'subjectId')]
    return abouts.get(row.subjectId) ?? (subject !== null && subjectId !== null ? { subject, subjectId } : null)
  }
  const gaps = rows.flatMap((row) => {
    if (row.subject === 'finding') return row.subjectId
    const about = aboutOf(row)
    return about?.subject === 'gap' ? about.subjectId : []
  })
  const findings = new Map((await listFindingsById(db.read, workspaceId, [...new Set(gaps)])).map((one) => [one.id, one]))
  const names = await listUserNames(
    db.read,
    comments.flatMap(({ mentions }) => mentions),
  )
  const told = new Map(comments.map((one) => [one.id, one]))
  const titles = new Map(tasks.map(({ id, title }) => [id, title]))

  function place(kind: ActivityPlace['kind'], id: string, known: string | null): ActivityPlace {
    if (kind === 'campaign') {
      const term = termByKey(held.vocabulary, 'campaign', id)
      return { kind, id, name: term ? termName(term, locale) : known, isGone: !term }
    }
    if (kind === 'gap') {
      const finding = findings.get(id)
      return { kind, id, name: ruleNameOf(finding?.rule, locale), isGone: !finding }
    }
    const fact = held.byId.get(id)
    return { kind, id, name: fact?.title ?? known, isGone: !fact }
  }
  return {
    placeOf(row) {
      switch (row.subject) {
        case 'item':
          return place('item', row.subjectId, either(row, 'title'))
        case 'approval':
          return place('item', row.subjectId, null)
        case 'brief':
          return place('brief', row.subjectId, null)
        case 'finding':
          return place('gap', row.subjectId, null)
        case 'term':
          return place('campaign', row.subjectId.replace(/^campaign\//, ''), either(row, locale === 'de' ? 'nameDe' : 'nameEn'))
        default: {
          const about = aboutOf(row)
          const kind = (['item', 'brief', 'campaign', 'gap'] as const).find((known) => known === about?.subject)
          return about && kind ? place(kind, about.subjectId, null) : null
        }
      }
    },
    phaseOfGap: (id) => findings.get(id)?.phase ?? null,
    titleOf: (row) => titles.get(row.subjectId) ?? either(row, 'title'),
    textOf(row) {
      const comment = told.get(row.subjectId)
      if (!comment || comment.deletedAt !== null) return null
      return plainText(comment.body, (id) => names.get(id) ?? null)
    },
    reviewerOf: (row) => told.get(row.subjectId)?.authorName ?? either(row, 'authorName'),
  }
}
