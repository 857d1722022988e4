import { type ImportMapping, type ImportOptionsInput, importFields, importTarget } from '@/server/domain/exchange/exchange.schema'
import { type ImportSurveyAnswer, type Reading, reading } from '@/server/domain/exchange/import-run.schema'
import type { Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import { type Call, Ending, exitCodes } from './command'

const wrong = (key: string, details: Ending['details']): Ending => new Ending(exitCodes.wrongUsage, `cli.usage.${key}`, details)

export function readingFrom({ text }: Call): Reading {
  const delimiter = text('delimiter')
  const headerLine = text('header-row')
  const read = reading.safeParse({
    encoding: text('encoding'),
    delimiter: delimiter === 'tab' ? '\t' : delimiter,
    sheet: text('sheet'),
    headerLine: headerLine === undefined ? undefined : Number(headerLine),
  })
  if (!read.success) throw wrong('wrongValue', { option: '--header-row', value: headerLine ?? '' })
  return read.data
}

/** `--map "Seite=url"`: the last `=` divides, since columns may be called anything and fields not. */
export function mappingFrom({ list }: Call, columns: readonly string[]): ImportMapping {
  const mapping: ImportMapping = {}
  for (const given of list('map')) {
    const at = given.lastIndexOf('=')
    const column = given.slice(0, at)
    const target = importTarget.safeParse(given.slice(at + 1))
    if (at < 1 || !target.success)
      throw wrong('badMap', { map: given, fields: ['ignore', ...importFields, 'field.…'].join(', ') })
    const known = columns.find((name) => name === column) ?? columns.find((name) => name.toLowerCase() === column.toLowerCase())
    if (known === undefined) throw wrong('noSuchColumn', { column, columns: columns.slice(0, 60).join(', ') })
    mapping[known] = target.data
  }
  return mapping
}

export function optionsFrom({ text }: Call, vocabulary: Pick<Vocabulary, 'type' | 'step'>): ImportOptionsInput {
  const type = text('type')
  if (type !== undefined && !vocabulary.type.some(({ key }) => key === type)) {
    throw wrong('noSuchChoice', { option: '--type', value: type, choices: vocabulary.type.map(({ key }) => key).join(', ') })
  }
  const status = text('status')
  const step = vocabulary.step.find(({ key, details }) => key === status || details.kind === status)
  if (status !== undefined && !step) {
    throw wrong('noSuchChoice', { option: '--status', value: status, choices: vocabulary.step.map(({ key }) => key).join(', ') })
  }
  const order = text('date-order')
  return {
    ...(type === undefined ? {} : { defaultType: type }),
    ...(step ? { defaultStep: step.key } : {}),
    ...(order === 'dmy' || order === 'mdy' ? { dateOrder: order } : {}),
    ...(text('tags') === 'add' ? { tags: 'add' } : {}),
    ...(text('empty') === 'clear' ? { emptyCells: 'clear' } : {}),
    ...(text('crawl-rows') === 'all' ? { crawlRows: 'all' } : {}),
    ...(text('site') === undefined ? {} : { siteAddress: text('site') }),
  }
}

/** Words that nothing is known by become terms of the dimensions named by `--create`; ambiguous ones stay a question. */
export function decisionsFrom(
  { list }: Call,
  values: ImportSurveyAnswer['values'],
): NonNullable<ImportOptionsInput['decisions']> {
  const decisions: NonNullable<ImportOptionsInput['decisions']> = {}
  for (const { lookup, value, candidates, canCreate } of values) {
    if (!canCreate || candidates.length > 0 || !list('create').includes(lookup)) continue
    decisions[lookup] = { ...decisions[lookup], [value]: { action: 'create' } }
  }
  return decisions
}
