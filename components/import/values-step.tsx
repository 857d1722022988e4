'use client'

import { useQuery } from '@tanstack/react-query'
import { useText } from '@/components/i18n/use-text'
import { SiteAddress } from '@/components/import/site-address'
import { StepFoot } from '@/components/import/step-foot'
import { useFieldWords } from '@/components/import/use-field-words'
import { useImport, useInspection } from '@/components/import/use-import'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Combobox } from '@/components/ui/combobox'
import { Notice } from '@/components/ui/notice'
import type { Option } from '@/components/ui/option'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { SkeletonRows } from '@/components/ui/skeleton'
import { RowTh, Table, Td, Th, Tr } from '@/components/ui/table'
import type { ImportOptionsInput, Lookup, UnknownDecision } from '@/server/domain/exchange/exchange.schema'

const byProgram = 'program'

/** What rows get that no column tells, how dates are read, and what to do with words the vocabulary does not know. */
export function ValuesStep({ id }: { id: string }) {
  const text = useText('wizard')
  const trpc = useTRPC()
  const { optionsOf, nameOf } = useWorkspace()
  const { place, settle, isSaving } = useImport(id)
  const { data: inspection } = useInspection(id)
  const { data: survey } = useQuery(trpc.imports.survey.queryOptions(place))
  const { valueOfField } = useFieldWords()
  if (!inspection || !survey) return <SkeletonRows rows={6} label={text('reading')} />

  const { options } = inspection
  const told = new Set(inspection.columns.map(({ target }) => target))
  const option = (change: ImportOptionsInput) => settle({ options: change })
  const decide = (lookup: Lookup, value: string, decision: UnknownDecision) =>
    settle(({ options: { decisions } }) => ({
      options: { decisions: { ...decisions, [lookup]: { ...decisions[lookup], [value]: decision } } },
    }))
  const hasEnds = inspection.columns.some(({ target, samples }) => target === 'url' && samples.some((one) => /^[./?#]/.test(one)))

  return (
    <div className="flex flex-col gap-8" aria-busy={isSaving}>
      <section className="grid gap-4 sm:grid-cols-2">
        {told.has('status') ? null : (
          <Select
            label={text('defaultStep')}
            help={text('defaultStepHelp')}
            value={options.defaultStep ?? byProgram}
            onValueChange={(step) => option({ defaultStep: step === byProgram ? null : step })}
            items={[{ value: byProgram, label: text('stepByAddress') }, ...optionsOf('step')]}
          />
        )}
        {told.has('type') ? null : (
          <Select
            label={text('defaultType')}
            help={text('defaultTypeHelp')}
            value={options.defaultType}
            onValueChange={(type) => option({ defaultType: type })}
            items={optionsOf('type')}
          />
        )}
        {hasEnds || options.siteAddress !== null ? (
          <SiteAddress value={options.siteAddress} onSettle={(siteAddress) => option({ siteAddress })} />
        ) : null}
        {inspection.kind === 'crawl' ? (
          <RadioGroup
            label={text('crawlRows')}
            value={options.crawlRows}
            onValueChange={(crawlRows) => option({ crawlRows })}
            options={(['indexable', 'all'] as const).map((value) => ({ value, label: text(`crawl.${value}`) }))}
          />
        ) : null}
        <RadioGroup
          label={text('emptyCells')}
          value={options.emptyCells}
          onValueChange={(emptyCells) => option({ emptyCells })}
          options={(['keep', 'clear'] as const).map((value) => ({ value, label: text(`empty.${value}`) }))}
        />
        <RadioGroup
          label={text('tagCells')}
          value={options.tags}
          onValueChange={(tags) => option({ tags })}
          options={(['replace', 'add'] as const).map((value) => ({ value, label: text(`tags.${value}`) }))}
        />
      </section>

      {survey.dates.length > 0 ? (
        <section>
          <h2 className="mb-2">{text('dates')}</h2>
          <div className="grid gap-4 sm:grid-cols-2">
            {survey.dates.map(({ column, order, isOpen, example, unreadable }) =>
              isOpen || options.dateOrders[column] ? (
                <RadioGroup
                  key={column}
                  label={text('dateOrder', { column, example: example ?? '' })}
                  error={isOpen ? text('dateOpen') : undefined}
                  value={options.dateOrders[column] ?? null}
                  onValueChange={(chosen) =>
                    settle(({ options: { dateOrders } }) => ({ options: { dateOrders: { ...dateOrders, [column]: chosen } } }))
                  }
                  options={(['dmy', 'mdy'] as const).map((value) => ({ value, label: text(`orders.${value}`) }))}
                />
              ) : (
                <p key={column} className="text-ink-2">
                  {text('dateProven', {
                    column,
                    order: text.has(`orders.${order}` as never) ? text(`orders.${order}` as never) : order,
                  })}
                  {unreadable > 0 ? ` ${text('dateUnreadable', { count: unreadable })}` : null}
                </p>
              ),
            )}
          </div>
        </section>
      ) : null}

      <section>
        <h2 className="mb-2">{text('unknown')}</h2>
        {survey.values.length === 0 ? (
          <Notice tone="success">{text('allKnown')}</Notice>
        ) : (
          <>
            <p className="mb-3 text-ink-2">{text('unknownHelp', { count: survey.valueCount })}</p>
            <Table label={text('unknown')}>
              <thead>
                <Tr>
                  <Th>{text('written')}</Th>
                  <Th className="max-sm:hidden">{text('column')}</Th>
                  <Th isNumber className="max-sm:hidden">
                    {text('rows')}
                  </Th>
                  <Th>{text('decision')}</Th>
                </Tr>
              </thead>
              <tbody>
                {survey.values.map(({ lookup, column, value, written, rows, candidates, canCreate }) => {
                  const decision = options.decisions[lookup]?.[value]
                  const dimension = lookup === 'status' ? 'step' : lookup
                  const known: Option[] = dimension === 'owner' ? [] : optionsOf(dimension)
                  const likely = new Set(candidates.map(({ key }) => key))
                  const items: Option[] = [
                    { value: '!leave', label: text('leave') },
                    ...(canCreate ? [{ value: '!create', label: text('create', { name: written }) }] : []),
                    ...candidates.map(({ key, name }) => ({
                      value: key,
                      label: dimension === 'owner' ? name : nameOf(dimension, key),
                      group: text('likely'),
                    })),
                    ...known.filter(({ value: key }) => !likely.has(key)).map((term) => ({ ...term, group: text('others') })),
                  ]
                  const chosen = decision === undefined ? null : decision.action === 'use' ? decision.key : `!${decision.action}`
                  return (
                    <Tr key={`${lookup} ${value}`}>
                      <RowTh className="[overflow-wrap:anywhere]">
                        {written}
                        <span className="block text-xs font-normal text-ink-3 sm:hidden">
                          {column} · {text('rows')}: {rows}
                        </span>
                        {candidates.length > 1 ? (
                          <span className="block text-xs font-normal text-warning">{text('ambiguous')}</span>
                        ) : null}
                      </RowTh>
                      <Td className="text-ink-2 max-sm:hidden">{column}</Td>
                      <Td isNumber className="max-sm:hidden">
                        {rows}
                      </Td>
                      <Td>
                        <Combobox
                          label={text('decisionOf', { value: written })}
                          labelHidden
                          className="w-64 max-sm:w-48"
                          clearable={false}
                          placeholder={text('undecided')}
                          items={items}
                          knownItems={
                            chosen && !chosen.startsWith('!')
                              ? [{ value: chosen, label: valueOfField(lookup, chosen) }]
                              : undefined
                          }
                          value={chosen}
                          onValueChange={(next) => {
                            if (next === null) return
                            decide(
                              lookup,
                              value,
                              next === '!leave'
                                ? { action: 'leave' }
                                : next === '!create'
                                  ? { action: 'create' }
                                  : { action: 'use', key: next },
                            )
                          }}
                        />
                      </Td>
                    </Tr>
                  )
                })}
              </tbody>
            </Table>
          </>
        )}
      </section>
      <StepFoot id={id} step="values" />
    </div>
  )
}
