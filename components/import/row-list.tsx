'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { useText } from '@/components/i18n/use-text'
import { useFieldWords } from '@/components/import/use-field-words'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { SkeletonRows } from '@/components/ui/skeleton'
import { RowTh, Table, Td, Th, Tr } from '@/components/ui/table'
import type { PlanRow, RowList } from '@/server/domain/exchange/import-run.schema'

const pageSize = 50

/** The rows behind one of the numbers, each with what happens to it and why. */
export function ImportRows({ id, list }: { id: string; list: RowList }) {
  const text = useText('wizard')
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  const [offset, setOffset] = useState(0)
  const { data } = useQuery({
    ...trpc.imports.rows.queryOptions({ workspace: slug, id, list, offset, limit: pageSize }),
    placeholderData: keepPreviousData,
  })
  if (!data) return <SkeletonRows rows={4} label={text('reading')} />
  if (data.total === 0) return <p className="py-4 text-ink-2">{text('noRows')}</p>
  return (
    <div className="flex flex-col gap-3">
      <Table label={text(`list.${list}`)}>
        <thead>
          <Tr>
            <Th isNumber>{text('rowLabel')}</Th>
            <Th>{text('item')}</Th>
            <Th>{text('what')}</Th>
          </Tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <RowLine
              key={`${row.row} ${row.itemId} ${row.reason?.messageKey ?? ''} ${JSON.stringify(row.reason?.details ?? '')}`}
              row={row}
            />
          ))}
        </tbody>
      </Table>
      {data.total > pageSize ? (
        <nav aria-label={text('pages')} className="flex items-center gap-3">
          <Button size="sm" disabled={offset === 0} onClick={() => setOffset(Math.max(0, offset - pageSize))}>
            {text('earlierRows')}
          </Button>
          <span className="text-sm text-ink-2 tabular-nums">
            {text('range', { from: offset + 1, to: Math.min(data.total, offset + pageSize), total: data.total })}
          </span>
          <Button size="sm" disabled={offset + pageSize >= data.total} onClick={() => setOffset(offset + pageSize)}>
            {text('laterRows')}
          </Button>
        </nav>
      ) : null}
    </div>
  )
}

function RowLine({ row }: { row: PlanRow }) {
  const text = useText('wizard')
  const everyText = useText()
  const { base } = useWorkspace()
  const { nameOf, valueOfField } = useFieldWords()
  // A new item's title stands beside its values already.
  const changes = row.changes.filter(({ field, before }) => field !== 'title' || (before !== null && before !== undefined))
  return (
    <Tr>
      <Td isNumber className="align-top">
        {row.row ?? '–'}
      </Td>
      <RowTh className="max-w-72 align-top [overflow-wrap:anywhere] max-sm:w-32">
        {row.itemId ? (
          <Link href={`${base}/content/${row.itemId}`} className="underline">
            {row.title ?? row.itemId}
          </Link>
        ) : (
          (row.title ?? '–')
        )}
        {row.matchedBy ? <span className="block text-xs font-normal text-ink-3">{text(`matched.${row.matchedBy}`)}</span> : null}
      </RowTh>
      <Td className="align-top text-sm [overflow-wrap:anywhere]">
        {row.reason ? everyText(row.reason.messageKey as never, row.reason.details as never) : null}
        {changes.length > 0 ? (
          <dl className="grid gap-x-3 sm:grid-cols-[auto_1fr]">
            {changes.map(({ field, before, after }) => (
              <div key={field} className="contents">
                <dt className="text-ink-3">{nameOf(field)}</dt>
                <dd className="line-clamp-2 min-w-0 [overflow-wrap:anywhere]">
                  {before === null || before === undefined ? null : (
                    <>
                      <del className="text-ink-2">{valueOfField(field, before)}</del> →{' '}
                    </>
                  )}
                  <ins className="no-underline">{valueOfField(field, after)}</ins>
                </dd>
              </div>
            ))}
          </dl>
        ) : null}
      </Td>
    </Tr>
  )
}
