'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { briefParts } from '@/components/briefs/brief-parts'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { TextLink } from '@/components/ui/link-button'
import { briefFormOf, isEmptyField } from '@/server/domain/briefs/brief.rules'
import type { BriefContent, BriefField, Reference } from '@/server/domain/briefs/brief.schema'

/** A brief for those who only read it: what it says, without the parts that say nothing. */
export function BriefReading({ content, type }: { content: BriefContent; type: string }) {
  const text = useText('briefs')
  const { asks } = briefFormOf(type)
  const parts = briefParts
    .map(([part, fields]) => ({ part, fields: fields.filter((field) => asks.includes(field) && !isEmptyField(content, field)) }))
    .filter(({ fields }) => fields.length > 0)
  if (parts.length === 0) return <p className="text-ink-2">{text('state.nothing')}</p>
  return (
    <div className="flex flex-col gap-8">
      {parts.map(({ part, fields }) => (
        <section key={part} aria-labelledby={`brief-${part}`}>
          <h2 id={`brief-${part}`} className="border-b pb-1.5 font-serif text-lg">
            {text(`part.${part}`)}
          </h2>
          <dl className="mt-3 flex flex-col gap-3">
            {fields.map((field) => (
              <div key={field}>
                <dt className="text-sm text-ink-3">{text(`field.${field}`)}</dt>
                <dd className="wrap-anywhere whitespace-pre-line">
                  <Said field={field} content={content} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}

function Said({ field, content }: { field: BriefField; content: BriefContent }): ReactNode {
  const { nameOf } = useWorkspace()
  switch (field) {
    case 'question': {
      const asked = content.question === null ? [] : [nameOf('question', content.question)]
      return [...asked, content.questionText].filter(Boolean).join('\n')
    }
    case 'nextStep':
      return <NextStep step={content.nextStep} />
    case 'keywords':
      return content.keywords.join(', ')
    case 'proofPoints':
      return <List entries={content.proofPoints.map((title) => ({ title, url: null }))} />
    case 'references':
      return <List entries={content.references} />
    default:
      return content[field]
  }
}

function List({ entries }: { entries: readonly Reference[] }) {
  return (
    <ul className="list-disc ps-4">
      {entries.map(({ title, url }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same line may stand there twice, and none of them moves
        <li key={n}>
          {url === null ? (
            title
          ) : (
            <a href={url} target="_blank" rel="noopener noreferrer nofollow" className="text-accent underline">
              {title}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

function NextStep({ step: { text: said, phase, itemId } }: { step: BriefContent['nextStep'] }) {
  const text = useText('briefs.paper')
  const { nameOf } = useWorkspace()
  return (
    <>
      {[said, phase === null ? '' : text('toPhase', { phase: nameOf('phase', phase) })].filter(Boolean).join('\n')}
      {itemId === null ? null : <NextItemLink id={itemId} />}
    </>
  )
}

function NextItemLink({ id }: { id: string }) {
  const trpc = useTRPC()
  const { slug, base } = useWorkspace()
  const { data } = useQuery(trpc.content.get.queryOptions({ workspace: slug, id }, { retry: false }))
  return data ? (
    <TextLink href={`${base}/content/${id}`} className="block">
      {data.title}
    </TextLink>
  ) : null
}
