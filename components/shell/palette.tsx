'use client'

import { FileText, Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { useOfferedActions } from '@/components/shell/palette-actions'
import { places } from '@/components/shell/places'
import { useWritten } from '@/components/shell/platform'
import { readVisits, rememberVisit } from '@/components/shell/recent-visits'
import { settingsPlaces } from '@/components/shell/settings-places'
import { useItemSearch } from '@/components/shell/use-item-search'
import { themes, useChooseLanguage, useThemeChoice } from '@/components/shell/use-personal'
import { useWorkspace } from '@/components/shell/workspace'
import { CommandDialog, CommandGroup, CommandItem } from '@/components/ui/command-dialog'
import { KeyboardHints } from '@/components/ui/kbd'
import { locale } from '@/server/domain/wire.schema'

interface Props {
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Everything one can go to or do, found by typing. What it needs is fetched when it opens. */
export function Palette({ open, onOpenChange }: Props) {
  const text = useText('shell.palette')
  const [query, setQuery] = useState('')
  const close = () => {
    onOpenChange(false)
    setQuery('')
  }
  return (
    <CommandDialog
      open={open}
      onOpenChange={(next) => (next ? onOpenChange(true) : close())}
      label={text('label')}
      placeholder={text('placeholder')}
      query={query}
      onQueryChange={setQuery}
      empty={text('empty')}
      foot={
        <KeyboardHints
          hints={[
            { shortcut: '↑ ↓', label: text('hint.choose') },
            { shortcut: '↵', label: text('hint.open') },
            { shortcut: 'Esc', label: text('hint.close') },
          ]}
        />
      }
    >
      <PaletteEntries query={query} onDone={close} />
    </CommandDialog>
  )
}

function PaletteEntries({ query, onDone }: { query: string; onDone: () => void }) {
  const text = useText('shell')
  const written = useWritten()
  const router = useRouter()
  const { slug, base, can } = useWorkspace()
  const actions = useOfferedActions()
  const language = useLanguage()
  const { choose } = useChooseLanguage()
  const [theme, setTheme] = useThemeChoice()
  const { items, isSearching } = useItemSearch(query)
  const [visits] = useState(() => readVisits(slug))

  const go = (href: string, title?: string) => {
    if (title) rememberVisit(slug, { href, title })
    onDone()
    router.push(href)
  }
  const act = (run: () => void) => () => {
    onDone()
    run()
  }
  return (
    <>
      {actions.length > 0 ? (
        <CommandGroup heading={text('palette.actions')}>
          {actions.map(({ id, label, hint, keywords, run }) => (
            <CommandItem key={id} value={`action ${id}`} keywords={[label, ...(keywords ?? [])]} hint={hint} onSelect={act(run)}>
              {label}
            </CommandItem>
          ))}
        </CommandGroup>
      ) : null}
      {visits.length > 0 ? (
        <CommandGroup heading={text('palette.recent')}>
          {visits.map(({ href, title }) => (
            <CommandItem key={href} value={`recent ${href}`} keywords={[title]} onSelect={() => go(href, title)}>
              {title}
            </CommandItem>
          ))}
        </CommandGroup>
      ) : null}
      {query.trim().length >= 2 && (items.length > 0 || isSearching) ? (
        <CommandGroup heading={text('palette.items')}>
          {isSearching ? (
            <CommandItem value="searching" keywords={[query]} disabled onSelect={() => {}}>
              {text('palette.searching')}
            </CommandItem>
          ) : null}
          {/* The server found them, by words or stems that need not look alike, so they match whatever was typed. */}
          {items.map(({ id, title, hint }) => (
            <CommandItem
              key={id}
              value={`item ${id}`}
              keywords={[query, title]}
              hint={hint}
              icon={<FileText aria-hidden />}
              onSelect={() => go(`${base}/content/${id}`, title)}
            >
              {title}
            </CommandItem>
          ))}
        </CommandGroup>
      ) : null}
      <CommandGroup heading={text('palette.goTo')}>
        {places.map(({ key, icon: Icon, shortcut, aliases }) => (
          <CommandItem
            key={key}
            value={`place ${key}`}
            keywords={[text(`nav.${key}`), ...aliases]}
            icon={<Icon aria-hidden />}
            shortcut={written(shortcut)}
            onSelect={() => go(`${base}/${key}`)}
          >
            {text(`nav.${key}`)}
          </CommandItem>
        ))}
        {can('item.create') ? (
          <CommandItem
            value="create item"
            keywords={[text('newItem'), 'New item', 'Create', 'Neuer Inhalt', 'Anlegen', 'Add']}
            icon={<Plus aria-hidden />}
            shortcut={written('newItem')}
            onSelect={() => go(`${base}/content/new`)}
          >
            {text('newItem')}
          </CommandItem>
        ) : null}
      </CommandGroup>
      <CommandGroup heading={text('palette.settings')}>
        {settingsPlaces
          .filter(({ ability }) => ability === undefined || can(ability))
          .map(({ key, aliases }) => (
            <CommandItem
              key={key}
              value={`settings ${key}`}
              keywords={[text(`settings.${key}`), text('nav.settings'), ...aliases]}
              onSelect={() => go(`${base}/settings/${key}`)}
            >
              {text(`settings.${key}`)}
            </CommandItem>
          ))}
      </CommandGroup>
      <CommandGroup heading={text('user.theme')}>
        {themes.map((option) => (
          <CommandItem
            key={option}
            value={`theme ${option}`}
            keywords={[text(`user.themes.${option}`), 'Theme', 'Farbschema', 'Dark mode', 'Dunkel', 'Hell', option]}
            hint={theme === option ? text('palette.current') : undefined}
            onSelect={act(() => setTheme(option))}
          >
            {text('palette.themeOption', { name: text(`user.themes.${option}`) })}
          </CommandItem>
        ))}
      </CommandGroup>
      <CommandGroup heading={text('user.language')}>
        {locale.options.map((option) => (
          <CommandItem
            key={option}
            value={`language ${option}`}
            keywords={[text(`user.languages.${option}`), 'Language', 'Sprache', 'Deutsch', 'German', 'English', 'Englisch']}
            hint={language === option ? text('palette.current') : undefined}
            onSelect={act(() => choose(option))}
          >
            {text(`user.languages.${option}`)}
          </CommandItem>
        ))}
      </CommandGroup>
    </>
  )
}
