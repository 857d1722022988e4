'use client'

import { useMemo } from 'react'
import { useLocalized, useText } from '@/components/i18n/use-text'
import { StepFoot } from '@/components/import/step-foot'
import { useFieldWords } from '@/components/import/use-field-words'
import { useImport, useInspection } from '@/components/import/use-import'
import { useWorkspace } from '@/components/shell/workspace'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import type { Option } from '@/components/ui/option'
import { SkeletonRows } from '@/components/ui/skeleton'
import { RowTh, Table, Td, Th, Tr } from '@/components/ui/table'
import { type ImportTarget, importFields, importTarget } from '@/server/domain/exchange/exchange.schema'

const unsure = 0.6

/** What each column is: proposed from its name and its values, remembered for the next list of this kind. */
export function ColumnsStep({ id }: { id: string }) {
  const text = useText('wizard')
  const localized = useLocalized()
  const { vocabulary } = useWorkspace()
  const { nameOf } = useFieldWords()
  const { detail, settle, isSaving } = useImport(id)
  const { data } = useInspection(id)

  const targets = useMemo<Option[]>(() => {
    const ofTypes = new Map<string, Option>()
    for (const type of vocabulary.type)
      for (const field of type.details.fields)
        if (!ofTypes.has(field.key))
          ofTypes.set(field.key, { value: `field.${field.key}`, label: localized(field.name), group: text('fieldsOfTypes') })
    return [
      { value: 'ignore', label: text('target.ignore') },
      ...importFields.map((name) => ({ value: name, label: nameOf(name), group: text('fieldsOfItems') })),
      ...ofTypes.values(),
    ]
  }, [vocabulary, localized, nameOf, text])

  if (!data) return <SkeletonRows rows={6} label={text('reading')} />
  // What is taken over stands first; a choice does not move its row.
  const columns = data.columns.toSorted((a, b) => Number(a.proposed === 'ignore') - Number(b.proposed === 'ignore'))
  const choose = (column: string, wanted: string | null) => {
    const target = importTarget.safeParse(wanted ?? 'ignore').data ?? 'ignore'
    settle((now) => {
      const mapping = Object.fromEntries(now.columns.map((other) => [other.column, other.target])) as Record<string, ImportTarget>
      // Two columns for one field would overwrite each other: the one chosen last counts.
      for (const name of Object.keys(mapping)) if (mapping[name] === target) mapping[name] = 'ignore'
      return { mapping: { ...mapping, [column]: target } }
    })
  }
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 text-ink-2">
        <p>{text(data.isRemembered ? 'mappingRemembered' : 'mappingProposed')}</p>
        {detail.settings.mapping !== null ? (
          <Button size="sm" variant="quiet" onClick={() => settle({ mapping: null })}>
            {text('proposeAgain')}
          </Button>
        ) : null}
      </div>
      <Table label={text('step.columns')}>
        <thead>
          <Tr>
            <Th>{text('column')}</Th>
            <Th className="max-sm:hidden">{text('samples')}</Th>
            <Th>{text('meaning')}</Th>
          </Tr>
        </thead>
        <tbody aria-busy={isSaving}>
          {columns.map(({ column, samples, target, proposed, confidence, filled }) => (
            <Tr key={column}>
              <RowTh className="align-top">
                {column}
                <span className="line-clamp-1 break-all text-sm font-normal text-ink-2 sm:hidden">{samples.join(' · ')}</span>
              </RowTh>
              <Td className="max-w-80 align-top text-sm text-ink-2 max-sm:hidden">
                <span className="line-clamp-2 break-words">{samples.join(' · ')}</span>
                <span className="text-xs text-ink-3">{text('filled', { filled, rows: data.rows })}</span>
              </Td>
              <Td>
                <div className="flex items-center gap-2">
                  <Combobox
                    label={text('meaningOf', { column })}
                    labelHidden
                    className="w-56 max-sm:w-44"
                    clearable={false}
                    items={targets}
                    value={target}
                    onValueChange={(value) => choose(column, value)}
                  />
                  {target === proposed && target !== 'ignore' && confidence < unsure ? (
                    <Badge tone="warning">{text('unsure')}</Badge>
                  ) : null}
                </div>
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <StepFoot id={id} step="columns" />
    </>
  )
}
