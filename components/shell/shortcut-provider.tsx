'use client'

import { createContext, type ReactNode, use, useEffect, useMemo, useRef } from 'react'
import { useHotkeys } from 'react-hotkeys-hook'
import { useIsApple } from '@/components/shell/platform'
import { chordOf, isSingleKey, type ShortcutId, shortcut } from '@/components/shell/shortcuts'
import { usePreference } from '@/components/shell/use-preference'

type Handler = (event: KeyboardEvent) => void
interface Registered {
  readonly id: ShortcutId
  readonly handler: { readonly current: Handler }
}
interface Registry {
  add(entry: Registered): () => void
  /** What is mounted now, for the dialog. */
  active(): ReadonlySet<ShortcutId>
}

const RegistryContext = createContext<Registry | null>(null)

const sequenceMs = 1500
const fields = 'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role=textbox], [role=combobox]'
const layers = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]'
/** A list that opened over the page and is a part of it: the page's keys mean what stands there. */
const pageKeys = '[data-page-keys]'
/** A form that stands open beside the page: what is typed is meant for it, wherever the focus went. */
const openForm = '[data-takes-keys]'
const strayMs = 1500

/** Hears every key once and gives it to whoever registered for it last, screens before everywhere. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const entries = useRef<Registered[]>([])
  const [singleKeys] = usePreference<boolean>('singleKeys', true)
  const isApple = useIsApple()
  const pending = useRef({ chord: '', until: 0 })
  const typed = useRef<{ field: Element | null; at: number }>({ field: null, at: 0 })

  useHotkeys(
    '*',
    (event) => {
      if (
        event.defaultPrevented ||
        event.isComposing ||
        event.repeat ||
        ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(event.key)
      )
        return
      const target = event.target instanceof Element ? event.target : null
      const isTyping =
        target?.closest(fields) != null && !(target instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(target.type))
      const chord = chordOf(event, isApple)
      const now = event.timeStamp
      const sequence = now < pending.current.until ? `${pending.current.chord} ${chord}` : ''
      pending.current = { chord: '', until: 0 }

      if (isTyping) typed.current = { field: target, at: now }
      const isCovered = target?.closest(layers) != null && target.closest(pageKeys) === null
      // Whoever still types when the field is gone means no command.
      const isStray = target === document.body && typed.current.field?.isConnected === false && now - typed.current.at < strayMs
      const isHeld = isStray || document.querySelector(openForm) !== null
      const allowed = (keys: string, inFields: boolean) =>
        inFields || (!isTyping && !isCovered && (!isSingleKey(keys) || (singleKeys && !isHeld)))
      const match = (wanted: string) =>
        entries.current
          .filter(({ id }) => shortcut(id).keys.some((keys) => keys === wanted && allowed(keys, shortcut(id).inFields === true)))
          .toSorted((a, b) => Number(shortcut(b.id).screen !== 'everywhere') - Number(shortcut(a.id).screen !== 'everywhere'))[0]

      const found = (sequence !== '' && match(sequence)) || (sequence === '' ? match(chord) : undefined)
      if (found) {
        event.preventDefault()
        found.handler.current(event)
        return
      }
      const begins = entries.current.some(({ id }) =>
        shortcut(id).keys.some((keys) => keys.startsWith(`${chord} `) && allowed(keys, false)),
      )
      if (begins) pending.current = { chord, until: now + sequenceMs }
    },
    { useKey: true, enableOnFormTags: true, enableOnContentEditable: true },
    [singleKeys, isApple],
  )

  const registry = useMemo<Registry>(
    () => ({
      add(entry) {
        entries.current = [entry, ...entries.current]
        return () => {
          entries.current = entries.current.filter((other) => other !== entry)
        }
      },
      active: () => new Set(entries.current.map(({ id }) => id)),
    }),
    [],
  )
  return <RegistryContext value={registry}>{children}</RegistryContext>
}

export function useShortcutRegistry(): Registry {
  const registry = use(RegistryContext)
  if (!registry) throw new Error('the shell is missing above this component')
  return registry
}

/** Runs the handler when the shortcut is pressed while this component is mounted and `enabled`. */
export function useShortcut(id: ShortcutId, handler: Handler, enabled = true): void {
  const registry = useShortcutRegistry()
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  useEffect(() => (enabled ? registry.add({ id, handler: latest }) : undefined), [registry, id, enabled])
}
