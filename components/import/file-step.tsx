'use client'

import { useProblemText, useText } from '@/components/i18n/use-text'
import { StepFoot } from '@/components/import/step-foot'
import { useImport, useInspection } from '@/components/import/use-import'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { NumberInput } from '@/components/ui/number-input'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { Select } from '@/components/ui/select'
import { SkeletonRows } from '@/components/ui/skeleton'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { delimiters, encodings } from '@/server/domain/exchange/exchange.schema'

/** How the file was read, and its first rows: what is wrong here is put right before anything else. */
export function FileStep({ id }: { id: string }) {
  const text = useText('wizard')
  const everyText = useText()
  const problemText = useProblemText()
  const { base } = useWorkspace()
  const { detail, settle, isSaving } = useImport(id)
  const { data, error } = useInspection(id)
  const again = detail.settings.reading
  if (error)
    return (
      <Notice
        tone="error"
        live
        title={text('unreadable')}
        actions={
          <>
            {Object.keys(again).length > 0 ? (
              <Button loading={isSaving} onClick={() => settle({ reading: {} })}>
                {text('readAnew')}
              </Button>
            ) : null}
            <LinkButton href={`${base}/import`}>{text('otherFile')}</LinkButton>
          </>
        }
      >
        {problemText(error)}
      </Notice>
    )
  if (!data) return <SkeletonRows rows={6} label={text('reading')} />
  const delimiterNames = {
    ';': text('delimiter.semicolon'),
    ',': text('delimiter.comma'),
    '\t': text('delimiter.tab'),
    '|': text('delimiter.bar'),
  }
  return (
    <>
      <p className="text-ink-2">
        {text('recognised', { kind: text(`kind.${data.kind}`), rows: data.rows, columns: data.columns.length })}
      </p>
      {data.kind === 'people' ? (
        <Notice
          tone="error"
          title={text('unreadable')}
          actions={<LinkButton href={`${base}/import`}>{text('otherFile')}</LinkButton>}
        >
          {everyText('exchange.problem.people' as never)}
        </Notice>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-3" aria-busy={isSaving}>
        {data.encoding ? (
          <Select
            label={text('encoding')}
            value={data.encoding}
            onValueChange={(encoding) => settle({ reading: { ...again, encoding } })}
            items={encodings.map((value) => ({ value, label: text(`encodings.${value}`) }))}
          />
        ) : null}
        {data.delimiter ? (
          <Select
            label={text('delimiterLabel')}
            value={data.delimiter}
            onValueChange={(delimiter) => settle({ reading: { ...again, delimiter } })}
            items={delimiters.map((value) => ({ value, label: delimiterNames[value] }))}
          />
        ) : null}
        {data.sheets.length > 0 && data.sheet !== null ? (
          <Select
            label={text('sheet')}
            value={data.sheet}
            onValueChange={(sheet) => settle({ reading: { sheet } })}
            items={data.sheets.map(({ name, isHidden }) => ({
              value: name,
              label: isHidden ? text('hiddenSheet', { name }) : name,
            }))}
          />
        ) : null}
        {data.format === 'json' ? null : (
          <NumberInput
            label={text('headerLine')}
            help={text('headerLineHelp')}
            min={1}
            isToldLate
            value={again.headerLine ?? null}
            onValueChange={(line) => settle({ reading: { ...again, headerLine: line ?? undefined } })}
          />
        )}
      </div>
      {data.complaints.length > 0 ? (
        <Notice
          tone={data.complaints.some(({ level }) => level === 'lost') ? 'warning' : 'info'}
          title={text('complaints', { count: data.complaintCount })}
        >
          <ul className="max-h-40 list-disc overflow-y-auto ps-4">
            {data.complaints.map((complaint) => (
              <li key={`${complaint.row} ${complaint.messageKey} ${JSON.stringify(complaint.details)}`}>
                {complaint.row === null ? null : `${text('row', { row: complaint.row })}: `}
                {everyText(complaint.messageKey as never, complaint.details as never)}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <section>
        <h2 className="mb-2">{text('firstRows')}</h2>
        <ScrollRegion label={text('firstRows')}>
          <Table label={text('firstRows')}>
            <thead>
              <Tr>
                <Th isNumber>{text('rowLabel')}</Th>
                {data.columns.map(({ column }) => (
                  <Th key={column}>{column}</Th>
                ))}
              </Tr>
            </thead>
            <tbody>
              {data.head.map(({ row, cells }) => (
                <Tr key={row}>
                  <Td isNumber>{row}</Td>
                  {data.columns.map(({ column }, at) => (
                    <Td key={column} className="max-w-60 truncate">
                      {cells[at]}
                    </Td>
                  ))}
                </Tr>
              ))}
            </tbody>
          </Table>
        </ScrollRegion>
      </section>
      {data.kind === 'people' ? null : <StepFoot id={id} step="file" />}
    </>
  )
}
