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
  const choose = (column: string, wanted: string | null) => {
    const target = importTarget.safeParse(wanted ?? 'ignore').data ?? 'ignore'
    const mapping = Object.fromEntries(data.columns.map((other) => [other.column, other.target])) as Record<string, ImportTarget>
    // Two columns for one field would overwrite each other: the one chosen last counts.
    for (const name of Object.keys(mapping)) if (mapping[name] === target) mapping[name] = 'ignore'
    settle({ mapping: { ...mapping, [column]: target } })
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
            <Th>{text('samples')}</Th>
            <Th>{text('meaning')}</Th>
          </Tr>
        </thead>
        <tbody aria-busy={isSaving}>
          {data.columns.map(({ column, samples, target, proposed, confidence, filled }) => (
            <Tr key={column}>
              <RowTh>{column}</RowTh>
              <Td className="max-w-80 text-sm text-ink-2">
                <span className="line-clamp-2 break-words">{samples.join(' · ')}</span>
                <span className="text-xs text-ink-3">{text('filled', { filled, rows: data.rows })}</span>
              </Td>
              <Td>
                <div className="flex items-center gap-2">
                  <Combobox
                    label={text('meaningOf', { column })}
                    labelHidden
                    className="w-56"
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
