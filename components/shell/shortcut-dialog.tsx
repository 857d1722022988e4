'use client'

import { useState } from 'react'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { useCurrentPlace } from '@/components/shell/nav'
import { useIsApple, writtenKeys } from '@/components/shell/platform'
import { useShortcutRegistry } from '@/components/shell/shortcut-provider'
import { type Screen, shortcut, shortcutIds } from '@/components/shell/shortcuts'
import { usePreference } from '@/components/shell/use-preference'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { Switch } from '@/components/ui/switch'

interface Props {
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** The keys that work on the screen behind it. */
export function ShortcutDialog({ open, onOpenChange }: Props) {
  const text = useText('shell.shortcut')
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={text('title')} size="lg">
      {open ? <ShortcutLists /> : null}
    </Dialog>
  )
}

function ShortcutLists() {
  const text = useText('shell')
  const current = useCurrentPlace()
  const registry = useShortcutRegistry()
  const [active] = useState(() => registry.active())
  const [singleKeys, setSingleKeys] = usePreference<boolean>('singleKeys', true)
  const on = (screen: Screen) =>
    shortcutIds.filter((id) => shortcut(id).screen === screen && (shortcut(id).byFocus || active.has(id)))
  const here = current ? on(current) : []
  return (
    <div className="flex flex-col gap-5">
      <div className="gap-x-10 sm:columns-2">
        {here.length > 0 && current ? <ShortcutList heading={text(`nav.${current}`)} ids={here} /> : null}
        <ShortcutList heading={text('shortcut.everywhere')} ids={on('everywhere')} />
      </div>
      <Switch
        label={text('shortcut.singleKeys')}
        help={text('shortcut.singleKeysHelp')}
        value={singleKeys}
        onValueChange={setSingleKeys}
      />
    </div>
  )
}

function ShortcutList({ heading, ids }: { heading: string; ids: readonly (typeof shortcutIds)[number][] }) {
  const text = useText('shell.shortcut')
  const language = useLanguage()
  const isApple = useIsApple()
  return (
    <section className="mb-5">
      <h3 className="mb-1.5">{heading}</h3>
      <dl>
        {ids.map((id) => (
          <div key={id} className="flex min-h-8 break-inside-avoid items-center justify-between gap-4 border-b">
            <dt className="text-ink-2">{text(`name.${id}`)}</dt>
            <dd className="flex flex-wrap justify-end gap-1.5">
              {shortcut(id).keys.map((keys) => (
                <Kbd key={keys} shortcut={writtenKeys(keys, language, isApple)} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
