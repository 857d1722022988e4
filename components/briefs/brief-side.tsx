'use client'

import { useFormatter, useLocalized, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { TextLink } from '@/components/ui/link-button'
import type { BriefEvidence } from '@/server/domain/briefs/brief.schema'
import { figuresOf, isAboutBare } from '@/server/domain/briefs/brief-paper.rules'
import type { Item } from '@/server/domain/content/item.schema'
import { ruleKey } from '@/server/domain/gaps/gap.schema'
import { ruleDefinition } from '@/server/presets/rules'

/** What the gap had to show when it was planned. It stays as it was. */
export function BriefEvidenceView({ evidence }: { evidence: BriefEvidence }) {
  const text = useText('briefs')
  const localized = useLocalized()
  const format = useFormatter()
  const { base, nameOf, term } = useWorkspace()
  const known = ruleKey.safeParse(evidence.rule)
  const rule = known.success ? ruleDefinition(known.data) : null
  const day = format.dateTime(new Date(`${evidence.day}T12:00:00Z`), { dateStyle: 'medium' })
  const found = figuresOf(evidence).map(({ key, count }) => text(`evidence.${key}`, { count }))
  const questions = evidence.questions.filter((key) => term('question', key))
  const topics = evidence.topics.filter((key) => term('topic', key))
  return (
    <section aria-labelledby="brief-evidence" className="border-t pt-4">
      <h2 id="brief-evidence">{text('evidence.title')}</h2>
      {rule ? (
        <>
          <p className="mt-1 font-medium">{localized(rule.name)}</p>
          <p className="text-sm text-ink-2 text-pretty">{localized(rule.explanation)}</p>
        </>
      ) : null}
      <p className="mt-1 text-sm text-ink-2">{text('evidence.found', { day, found: found.join(', ') })}</p>
      {questions.length > 0 ? (
        <>
          <h3 className="mt-2 text-sm">{text('evidence.questions')}</h3>
          <ul className="list-disc ps-4 text-sm text-ink-2">
            {questions.map((key) => (
              <li key={key}>{nameOf('question', key)}</li>
            ))}
          </ul>
        </>
      ) : null}
      {topics.length > 0 ? (
        <>
          <h3 className="mt-2 text-sm">{text(isAboutBare(evidence) ? 'evidence.bareTopics' : 'evidence.topics')}</h3>
          <ul className="list-disc ps-4 text-sm text-ink-2">
            {topics.map((key) => (
              <li key={key}>{nameOf('topic', key)}</li>
            ))}
          </ul>
        </>
      ) : null}
      {evidence.items.length > 0 ? (
        <ul className="mt-2 text-sm">
          {evidence.items.map(({ id, title }) => (
            <li key={id}>
              <TextLink href={`${base}/content/${id}`} className="inline-block max-w-full truncate leading-6">
                {title}
              </TextLink>
            </li>
          ))}
        </ul>
      ) : null}
      {rule ? <p className="mt-1 text-xs text-ink-3">{text('evidence.source', { source: rule.source })}</p> : null}
      <p className="mt-1" data-print="hide">
        <TextLink className="inline-block leading-6" href={`${base}/gaps?state=planned&gap=${encodeURIComponent(evidence.gap)}`}>
          {text('evidence.toGap')}
        </TextLink>
      </p>
    </section>
  )
}

const listed = ['phase', 'channel', 'persona', 'topic', 'campaign'] as const

/** What the item itself says, so that the brief need not say it again. */
export function BriefFacts({ item }: { item: Item }) {
  const text = useText('briefs')
  const format = useFormatter()
  const { nameOf } = useWorkspace()
  const dayOf = (day: string) => format.dateTime(new Date(`${day.slice(0, 10)}T12:00:00Z`), { dateStyle: 'medium' })
  const facts: [Parameters<typeof text>[0], string | null][] = [
    ['fact.type', nameOf('type', item.type)],
    ['fact.purpose', item.purpose && nameOf('purpose', item.purpose)],
    ...listed.map((dimension): [Parameters<typeof text>[0], string] => [
      `fact.${dimension}`,
      item.tags[dimension].map((key) => nameOf(dimension, key)).join(', '),
    ]),
    ['fact.status', text(`status.${item.status}`)],
    ['fact.due', item.dueOn && dayOf(item.dueOn)],
    ['fact.planned', item.plannedFor && dayOf(item.plannedFor)],
  ]
  return (
    <section aria-labelledby="brief-facts">
      <h2 id="brief-facts">{text('facts')}</h2>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
        {facts.map(([label, value]) =>
          value ? (
            <div key={label} className="contents">
              <dt className="text-ink-2">{text(label)}</dt>
              <dd className="min-w-0 wrap-anywhere">{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  )
}
