'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useMemo, useState } from 'react'
import { useText } from '@/components/i18n/use-text'
import { NavBottom } from '@/components/shell/nav'
import { Palette } from '@/components/shell/palette'
import { PaletteActionsProvider } from '@/components/shell/palette-actions'
import { PhoneBar } from '@/components/shell/phone-bar'
import { RunningEditsProvider } from '@/components/shell/running-edits'
import { type ShellActions, ShellActionsProvider, useShell } from '@/components/shell/shell-actions'
import { ShortcutDialog } from '@/components/shell/shortcut-dialog'
import { ShortcutProvider, useShortcut } from '@/components/shell/shortcut-provider'
import { Sidebar } from '@/components/shell/sidebar'
import { UndoProvider, useUndo } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'

interface Props {
  /** The name of the program with its sign. */
  mark: ReactNode
  /** The way to what happened. */
  bell: ReactNode
  onSignOut: () => void
  children: ReactNode
}

/** What stands around every screen of a workspace. */
export function Shell({ mark, bell, onSignOut, children }: Props) {
  const [isPaletteOpen, setPaletteOpen] = useState(false)
  const [isHelpOpen, setHelpOpen] = useState(false)
  const actions = useMemo<ShellActions>(
    () => ({ openPalette: () => setPaletteOpen(true), openShortcuts: () => setHelpOpen(true), signOut: onSignOut }),
    [onSignOut],
  )
  return (
    <ShortcutProvider>
      <UndoProvider>
        <RunningEditsProvider>
          <PaletteActionsProvider>
            <ShellActionsProvider actions={actions}>
              <SkipLink />
              <div className="flex min-h-dvh">
                <Sidebar mark={mark} bell={bell} />
                <div className="flex min-w-0 flex-1 flex-col">
                  <PhoneBar mark={mark} bell={bell} className="md:hidden" />
                  <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col pb-14 outline-none md:pb-0">
                    {children}
                  </main>
                </div>
              </div>
              <NavBottom className="md:hidden" />
              <GlobalShortcuts onPalette={() => setPaletteOpen((open) => !open)} />
              <Palette open={isPaletteOpen} onOpenChange={setPaletteOpen} />
              <ShortcutDialog open={isHelpOpen} onOpenChange={setHelpOpen} />
            </ShellActionsProvider>
          </PaletteActionsProvider>
        </RunningEditsProvider>
      </UndoProvider>
    </ShortcutProvider>
  )
}

function SkipLink() {
  const text = useText('shell')
  return (
    <a
      href="#main"
      className="sr-only rounded-md bg-bar px-3 py-2 text-bar-ink focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-60"
    >
      {text('skip')}
    </a>
  )
}

/** The keys that work everywhere. */
function GlobalShortcuts({ onPalette }: { onPalette: () => void }) {
  const router = useRouter()
  const { base, can } = useWorkspace()
  const { openShortcuts, openPalette } = useShell()
  const { recent, undo } = useUndo()
  const last = recent.find(({ state }) => state === 'done')
  useShortcut('palette', onPalette)
  useShortcut('search', openPalette)
  useShortcut('help', openShortcuts)
  useShortcut('newItem', () => router.push(`${base}/content/new`), can('item.create'))
  useShortcut('undo', () => last && void undo(last.changeSet), last !== undefined)
  useShortcut('goCoverage', () => router.push(`${base}/coverage`))
  useShortcut('goGaps', () => router.push(`${base}/gaps`))
  useShortcut('goMyWork', () => router.push(`${base}/my-work`))
  useShortcut('goNotifications', () => router.push(`${base}/notifications`))
  useShortcut('goContent', () => router.push(`${base}/content`))
  useShortcut('goCampaigns', () => router.push(`${base}/campaigns`))
  useShortcut('goCalendar', () => router.push(`${base}/calendar`))
  useShortcut('goBoard', () => router.push(`${base}/board`))
  useShortcut('goQuestions', () => router.push(`${base}/questions`))
  useShortcut('goJourney', () => router.push(`${base}/journey`))
  useShortcut('goActivity', () => router.push(`${base}/activity`))
  useShortcut('goImport', () => router.push(`${base}/import`), can('import.run'))
  useShortcut('goSettings', () => router.push(`${base}/settings`))
  return null
}
