import { PanelSection } from '@/components/gaps/panel-section'
import type { GapWords } from '@/components/gaps/use-gap-words'
import { useFormatter, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { TextLink } from '@/components/ui/link-button'
import type { GapDetail } from '@/server/domain/gaps/gap-list.schema'

const figures = ['live', 'planned', 'stale', 'stage', 'min', 'max', 'before', 'after', 'days'] as const
const shownItems = 8

/** The proof as data: figures, contents, questions, products. */
export function GapEvidenceView({ gap, words }: { gap: GapDetail; words: GapWords }) {
  const text = useText('gaps.panel')
  const statusText = useText('filter.status')
  const format = useFormatter()
  const { base, nameOf } = useWorkspace()
  const { counts, items, filter, questions, topics } = gap.evidence
  const { items: behind = 0 } = counts
  const isNearest = counts.live !== undefined
  const isFaq = gap.rule === 'faq_too_general'
  const rows = figures.flatMap((name) => (counts[name] === undefined ? [] : [{ name, value: counts[name] }]))
  return (
    <>
      <PanelSection title={text('found')}>
        <p className="text-pretty">{words.findingOf(gap)}</p>
        {rows.length > 0 && gap.state !== 'resolved' ? (
          <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-sm">
            {rows.map(({ name, value }) => (
              <div key={name} className="col-span-2 grid grid-cols-subgrid">
                <dt className="text-ink-3">{text(`figure.${name}`)}</dt>
                <dd className="tabular-nums">
                  {format.number(value)}
                  {name === 'before' || name === 'after' ? ' %' : null}
                </dd>
              </div>
            ))}
          </dl>
        ) : null}
      </PanelSection>
      {questions.length > 0 ? (
        <Names
          title={text(gap.rule === 'need_mismatch' ? 'questionsAbout' : 'questions')}
          names={questions.map((key) => nameOf('question', key))}
        />
      ) : null}
      {topics.length > 0 ? (
        <Names title={text(isFaq ? 'topics' : 'topicsAbout')} names={topics.map((key) => nameOf('topic', key))} />
      ) : null}
      {behind > 0 ? (
        <PanelSection title={text(isNearest ? 'nearest' : 'items')}>
          <ul>
            {items.slice(0, shownItems).map((item) => (
              <li key={item.id} className="border-b py-1.5 last:border-b-0">
                <TextLink href={`${base}/content/${item.id}`} className="text-ink no-underline hover:underline">
                  {item.title}
                </TextLink>
                <p className="text-xs text-ink-3">
                  {[nameOf('type', item.type), statusText(item.status), item.isInTrash && text('inTrash')]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </li>
            ))}
          </ul>
          {behind > shownItems && filter === null ? (
            <p className="mt-1 text-sm text-ink-3">{text('more', { count: behind - shownItems })}</p>
          ) : null}
          {filter === null ? null : (
            <p className="mt-2 text-sm">
              <TextLink href={`${base}/content?${filter}`}>{text('showAll', { count: behind })}</TextLink>
            </p>
          )}
        </PanelSection>
      ) : null}
    </>
  )
}

function Names({ title, names }: { title: string; names: readonly string[] }) {
  return (
    <PanelSection title={title}>
      <ul className="list-disc ps-4.5 text-pretty marker:text-ink-3">
        {names.map((name) => (
          <li key={name} className="py-0.5">
            {name}
          </li>
        ))}
      </ul>
    </PanelSection>
  )
}
