'use client'

import type { ReactNode } from 'react'
import { useText } from '@/components/i18n/use-text'
import { useWritten } from '@/components/shell/platform'
import { useShortcut } from '@/components/shell/shortcut-provider'
import { Button } from '@/components/ui/button'
import { focusUnreadable } from '@/components/ui/unreadable'

interface SaveBarProps {
  /** How many things differ from what is saved; the bar is there when it is not 0. */
  count: number
  isSaving: boolean
  onSave: () => void
  onDiscard: () => void
  /** What went wrong, in words. */
  error?: ReactNode
  /** In place of the buttons, when there is something to decide first. */
  choice?: ReactNode
}

/** For settings that others share: they change when somebody says so, not while typing. */
export function SaveBar({ count, isSaving, onSave, onDiscard, error, choice }: SaveBarProps) {
  const text = useText('settings.save')
  const written = useWritten()
  const save = () => {
    if (!focusUnreadable(document.body)) onSave()
  }
  useShortcut('save', save, count > 0 && !isSaving)
  useShortcut('submit', save, count > 0 && !isSaving)
  if (count === 0) return null
  return (
    <section
      aria-label={text('label')}
      data-bar
      className="sticky bottom-16 z-10 mt-6 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg bg-bar px-4 py-2.5 text-bar-ink md:bottom-4"
    >
      <p className="me-auto min-w-0">
        <span className="font-medium">{text('count', { count })}</span>
        {error ? (
          <span role="alert" className="block text-sm">
            {error}
          </span>
        ) : null}
      </p>
      {choice ?? (
        <div className="flex flex-wrap gap-2">
          <Button variant="bar" onClick={onDiscard} disabled={isSaving}>
            {text('discard')}
          </Button>
          <Button
            variant="bar"
            onClick={save}
            loading={isSaving}
            shortcut={written('save')}
            className="border-bar-ink bg-bar-ink font-[550] text-bar"
          >
            {text('save')}
          </Button>
        </div>
      )}
    </section>
  )
}
