'use client'

import { FileText, Plus, Tag } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type ReactElement, useState } from 'react'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { useOfferedActions } from '@/components/shell/palette-actions'
import type { PaletteEntry } from '@/components/shell/palette-match'
import { useOpenPlaces } from '@/components/shell/places'
import { useWritten } from '@/components/shell/platform'
import { readVisits, rememberVisit } from '@/components/shell/recent-visits'
import { settingsPlaces } from '@/components/shell/settings-places'
import { useItemSearch } from '@/components/shell/use-item-search'
import { useMeanings } from '@/components/shell/use-meanings'
import { themes, useChooseLanguage, useThemeChoice } from '@/components/shell/use-personal'
import { useWorkspace } from '@/components/shell/workspace'
import { type Meaning, meaningDimensions } from '@/server/domain/vocabulary/term.schema'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'
import { locale } from '@/server/domain/wire.schema'

export interface PaletteRow extends PaletteEntry {
  readonly icon?: ReactElement
  readonly hint?: string
  readonly shortcut?: string
  run(): void
}

type MeaningDimension = Meaning['dimension']

interface PaletteGroup {
  readonly key: string
  readonly heading: string
  readonly entries: readonly PaletteRow[]
}

/** Everything the palette offers now, in the order in which it stands there before anything is typed. */
export function usePaletteGroups(query: string): readonly PaletteGroup[] {
  const text = useText('shell.palette')
  const actions = useOfferedActions()
  const recent = useRecentRows()
  const goTo = useGoToRows()
  const terms = useTermRows(query)
  const items = useItemRows(query)
  const settings = useSettingsRows()
  const personal = usePersonalRows()
  const offered = actions.map(({ id, label, hint, keywords, run }) => ({ id: `action ${id}`, label, hint, words: keywords, run }))
  return [
    { key: 'actions', heading: text('actions'), entries: offered },
    { key: 'recent', heading: text('recent'), entries: recent },
    { key: 'goTo', heading: text('goTo'), entries: goTo },
    { key: 'terms', heading: text('terms'), entries: terms },
    { key: 'items', heading: text('items'), entries: items },
    { key: 'settings', heading: text('settings'), entries: settings },
    ...personal,
  ]
}

function useGo() {
  const router = useRouter()
  const { slug } = useWorkspace()
  return (href: string, title?: string) => () => {
    if (title) rememberVisit(slug, { href, title })
    router.push(href)
  }
}

function useRecentRows(): PaletteRow[] {
  const go = useGo()
  const { slug } = useWorkspace()
  const [visits] = useState(() => readVisits(slug))
  return visits.map(({ href, title }) => ({ id: `recent ${href}`, label: title, run: go(href, title) }))
}

function useGoToRows(): PaletteRow[] {
  const text = useText('shell')
  const written = useWritten()
  const go = useGo()
  const { base, can } = useWorkspace()
  const places = useOpenPlaces()
  const rows = places.map(
    ({ key, icon: Icon, shortcut, aliases }): PaletteRow => ({
      id: `place ${key}`,
      label: text(`nav.${key}`),
      words: aliases,
      icon: <Icon aria-hidden />,
      shortcut: written(shortcut),
      run: go(`${base}/${key}`),
    }),
  )
  if (!can('item.create')) return rows
  const create: PaletteRow = {
    id: 'new item',
    label: text('newItem'),
    words: ['New item', 'Create', 'Add', 'Neuer Inhalt', 'Inhalt anlegen'],
    icon: <Plus aria-hidden />,
    shortcut: written('newItem'),
    run: go(`${base}/content/new`),
  }
  const brief: PaletteRow = {
    id: 'new brief',
    label: text('newBrief'),
    words: ['New brief', 'Add a brief', 'Neues Briefing', 'Briefing anlegen', 'Brief'],
    icon: <Plus aria-hidden />,
    run: go(`${base}/briefs/new`),
  }
  return [...rows, create, brief]
}

/** Phases, channels and other terms lead to their content. The server knows what else people call them. */
function useTermRows(query: string): PaletteRow[] {
  const text = useText('filter.field')
  const go = useGo()
  const { base, vocabulary, nameOf } = useWorkspace()
  const meanings = useMeanings(query)
  if (query.trim() === '') return []
  const meant = (dimension: MeaningDimension, key: string) =>
    meanings.some((meaning) => meaning.dimension === dimension && meaning.keys.includes(key)) ? [query] : []
  return meaningDimensions.flatMap((dimension) =>
    (vocabulary[dimension] as readonly Term[])
      .filter(({ archivedAt }) => archivedAt === null)
      .map(({ key, name, synonyms }) => ({
        id: `term ${dimension} ${key}`,
        label: nameOf(dimension, key),
        words: [name.en, name.de, ...synonyms, ...meant(dimension, key)],
        hint: text(dimension),
        icon: <Tag aria-hidden />,
        run: go(`${base}/content?${dimension}=${encodeURIComponent(key)}`),
      })),
  )
}

function useItemRows(query: string): PaletteRow[] {
  const go = useGo()
  const { base } = useWorkspace()
  return useItemSearch(query).map(({ id, title, hint }) => ({
    id: `item ${id}`,
    label: title,
    hint,
    isFound: true,
    icon: <FileText aria-hidden />,
    run: go(`${base}/content/${id}`, title),
  }))
}

function useSettingsRows(): PaletteRow[] {
  const text = useText('shell.settings')
  const go = useGo()
  const { base, can } = useWorkspace()
  return settingsPlaces
    .filter(({ ability }) => ability === undefined || can(ability))
    .map(({ key, aliases }) => ({ id: `settings ${key}`, label: text(key), words: aliases, run: go(`${base}/settings/${key}`) }))
}

function usePersonalRows(): PaletteGroup[] {
  const text = useText('shell')
  const language = useLanguage()
  const { choose } = useChooseLanguage()
  const [theme, setTheme] = useThemeChoice()
  return [
    {
      key: 'theme',
      heading: text('user.theme'),
      entries: themes.map((option) => ({
        id: `theme ${option}`,
        label: text('palette.themeOption', { name: text(`user.themes.${option}`) }),
        words: ['Theme', 'Farbschema', ...themeWords[option]],
        hint: theme === option ? text('palette.current') : undefined,
        run: () => setTheme(option),
      })),
    },
    {
      key: 'language',
      heading: text('user.language'),
      entries: locale.options.map((option) => ({
        id: `language ${option}`,
        label: text(`user.languages.${option}`),
        words: ['Language', 'Sprache', ...languageWords[option]],
        hint: language === option ? text('palette.current') : undefined,
        run: () => choose(option),
      })),
    },
  ]
}

const themeWords = { system: ['System'], light: ['Light mode', 'Hell'], dark: ['Dark mode', 'Dunkel'] }
const languageWords = { de: ['Deutsch', 'German'], en: ['English', 'Englisch'] }
