'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLanguage, useLocalized, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import type { Option } from '@/components/ui/option'
import type { Dimension, Term } from '@/server/domain/vocabulary/vocabulary.schema'

/** What most teams write in; others come from the items, or are typed. */
const usualLocales = ['de', 'en', 'de-AT', 'de-CH', 'en-GB', 'en-US', 'fr', 'it', 'es', 'nl', 'pl']

/** What can be chosen in the form, in the interface's words. Archived terms are known by name and not offered. */
export function useItemChoices() {
  const text = useText('item')
  const localized = useLocalized()
  const language = useLanguage()
  const trpc = useTRPC()
  const { slug, locale, vocabulary } = useWorkspace()
  const { data: members } = useQuery(trpc.members.list.queryOptions({ workspace: slug }, { staleTime: 300_000 }))
  const { data: found } = useQuery(trpc.coverage.foundValues.queryOptions({ workspace: slug }, { staleTime: 300_000 }))

  return useMemo(() => {
    const optionOf = (term: Term): Option => ({
      value: term.key,
      label: localized(term.name),
      keywords: [term.name.de, term.name.en, ...term.synonyms],
      ...('letter' in term.details ? { letter: term.details.letter } : {}),
    })
    const terms = (dimension: Dimension): Option[] =>
      (vocabulary[dimension] as readonly Term[]).filter(({ archivedAt }) => archivedAt === null).map(optionOf)
    const known = (dimension: Dimension): Option[] => (vocabulary[dimension] as readonly Term[]).map(optionOf)
    const languages = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' })
    const localeOption = (value: string): Option => ({
      value,
      label: localeName(languages, value),
      hint: value,
      keywords: [value],
    })
    const people = new Map([
      ...(found?.owners ?? []).map(({ id, name }): [string, string] => [id, name]),
      ...(members ?? []).map(({ userId, name }): [string, string] => [userId, name]),
    ])
    return {
      terms,
      known,
      /** The chosen one stays among the choices of a select although it is archived. */
      termsWith: (dimension: Dimension, chosen: string): Option[] => {
        const live = terms(dimension)
        if (chosen === '' || live.some(({ value }) => value === chosen)) return live
        const other = known(dimension).find(({ value }) => value === chosen)
        return [...live, other ? { ...other, hint: text('archived') } : { value: chosen, label: chosen }]
      },
      /** Those of the chosen phases first, each under its phase. */
      questions: (phases: readonly string[]): Option[] => {
        const nameOf = (key: string | null) => {
          const phase = vocabulary.phase.find((term) => term.key === key)
          return phase ? localized(phase.name) : text('questionsWithoutPhase')
        }
        const order = vocabulary.phase.map(({ key }) => key)
        const rank = (key: string | null) =>
          key === null ? 2_000 : (phases.includes(key) ? 0 : 1_000) + Math.max(0, order.indexOf(key))
        return vocabulary.question
          .filter(({ archivedAt }) => archivedAt === null)
          .map((term) => ({ term, phase: 'phase' in term.details ? term.details.phase : null }))
          .sort((one, other) => rank(one.phase) - rank(other.phase))
          .map(({ term, phase }) => ({ ...optionOf(term), group: nameOf(phase) }))
      },
      owners: (members ?? []).map(({ userId, name, email }): Option => ({ value: userId, label: name, keywords: [email] })),
      personName: (id: string): string => people.get(id) ?? text('formerMember'),
      locales: [...new Set([locale, ...(found?.locales ?? []), ...usualLocales])].map(localeOption),
      localeOption,
    }
  }, [text, localized, language, locale, vocabulary, members, found])
}

export function localeName(languages: Intl.DisplayNames, value: string): string {
  try {
    return languages.of(value) ?? value
  } catch {
    return value
  }
}
