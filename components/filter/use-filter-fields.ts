'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { arrivedFields, type FieldGroup, offeredFields } from '@/components/filter/filter-fields'
import { useLanguage, useLocalized, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import type { Option } from '@/components/ui/option'
import { models, modes, purchaseGroups } from '@/server/domain/coverage/coverage.schema'
import { type FilterField, type FilterKind, filterFields } from '@/server/domain/filter/filter.schema'
import { filterKindOf } from '@/server/domain/filter/filter-text.rules'
import { type Dimension, dimensions, statuses } from '@/server/domain/vocabulary/vocabulary.schema'
import { modelPresets } from '@/server/presets/models'
import { stagePresets } from '@/server/presets/stages'

/** A field as the filter bar offers it. */
export interface FieldView {
  readonly name: string
  readonly label: string
  readonly kind: FilterKind
  readonly group: FieldGroup
  readonly offered: boolean
  /** What can be chosen; absent where something is typed. */
  readonly options?: readonly Option[]
}

const isDimension = (name: string): name is Dimension => dimensions.some((known) => known === name)

/** Every field a filter can ask about, in the interface's words, with what can be chosen. */
export function useFilterFields(): ReadonlyMap<string, FieldView> {
  const text = useText('filter')
  const localized = useLocalized()
  const language = useLanguage()
  const trpc = useTRPC()
  const { slug, locale, vocabulary } = useWorkspace()
  const { data: found } = useQuery(trpc.coverage.foundValues.queryOptions({ workspace: slug }, { staleTime: 300_000 }))
  const { data: members } = useQuery(trpc.members.list.queryOptions({ workspace: slug }, { staleTime: 300_000 }))

  return useMemo(() => {
    const languages = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' })
    const named = (values: readonly string[], area: 'status' | 'group' | 'counts') =>
      values.map((value): Option => ({ value, label: text(`${area}.${value}`) }))
    const optionsOf = (field: FilterField): readonly Option[] | undefined => {
      const name = field === 'campaignsOff' ? 'campaign' : field
      if (isDimension(name))
        return vocabulary[name].map((term) => ({
          value: term.key,
          label: localized(term.name),
          keywords: [term.name.de, term.name.en, ...term.synonyms],
          ...(term.dimension === 'phase' && 'letter' in term.details ? { letter: term.details.letter } : {}),
          ...(term.archivedAt === null ? {} : { hint: text('archived') }),
        }))
      switch (name) {
        case 'status':
          return named(statuses, 'status')
        case 'group':
          return named(purchaseGroups, 'group')
        case 'counts':
          return named(modes, 'counts')
        case 'stage':
          return stagePresets.map((stage) => ({ value: stage.key, label: localized(stage.name) }))
        case 'lens':
          return models.map((value) => {
            const preset = modelPresets.find(({ key }) => key === value)
            return { value, label: preset ? localized(preset.name) : value }
          })
        case 'lensPhase': {
          const phases = new Map(modelPresets.flatMap(({ phases }) => phases.map((phase) => [phase.key, localized(phase.name)])))
          phases.set('not_covered', text('notCovered')).set('not_refined', text('notRefined'))
          return [...phases].map(([value, label]) => ({ value, label }))
        }
        case 'locale': {
          const exact = [...new Set([locale, ...(found?.locales ?? [])])]
          const wide = [...new Set(exact.map((value) => value.split('-')[0] ?? value))].filter(
            (value) => exact.filter((other) => other.startsWith(value)).length > 1,
          )
          return [
            ...wide.map((value) => ({
              value: `${value}*`,
              label: text('anyRegion', { language: languages.of(value) ?? value }),
            })),
            ...exact.map((value) => ({ value, label: languages.of(value) ?? value, hint: value })),
          ]
        }
        case 'owner': {
          const people = new Map([
            ...(members ?? []).map(({ userId, name }): [string, string] => [userId, name]),
            ...(found?.owners ?? []).map(({ id, name }): [string, string] => [id, name]),
          ])
          return [{ value: 'me', label: text('me') }, ...[...people].map(([value, label]) => ({ value, label }))]
        }
        default:
          return undefined
      }
    }
    const view = (name: FilterField, group: FieldGroup, offered: boolean): FieldView => {
      const options = optionsOf(name)
      return { name, label: text(`field.${name}`), kind: filterFields[name], group, offered, ...(options ? { options } : {}) }
    }
    // A workspace whose steps are the six kinds themselves needs only one word for both.
    const isStepTold = vocabulary.step.some(({ key, details }) => key !== details.kind)
    const views = offeredFields.flatMap(([group, names]) => names.map((name) => view(name, group, name !== 'step' || isStepTold)))
    for (const name of arrivedFields) views.push(view(name, 'more', false))
    const fields = new Map(views.map((field) => [field.name, field]))
    for (const type of vocabulary.type)
      for (const { key, name, kind, options } of type.details.fields) {
        if (fields.has(`field.${key}`) || kind === 'claims') continue
        fields.set(`field.${key}`, {
          name: `field.${key}`,
          label: localized(name),
          kind: filterKindOf(kind),
          group: 'fields',
          offered: type.archivedAt === null,
          ...(options ? { options: options.map((option) => ({ value: option.key, label: localized(option.name) })) } : {}),
        })
      }
    return fields
  }, [text, localized, language, vocabulary, locale, found, members])
}
