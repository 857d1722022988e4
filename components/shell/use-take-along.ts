'use client'

import { useState } from 'react'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useAnnounce } from '@/components/ui/live-region'
import { pictureOf, saveFile } from '@/components/ui/save-file'
import { showError } from '@/components/ui/toast'
import type { PictureSheet } from '@/server/domain/plan-export/sheet.schema'

/** What a screen shows as a file: drawn here, or fetched from the server. One at a time; failures are told. */
export function useTakeAlong() {
  const text = useText('outlets.menu')
  const problemText = useProblemText()
  const { slug } = useWorkspace()
  const announce = useAnnounce()
  const [busy, setBusy] = useState<'drawing' | 'fetching' | null>(null)

  async function run(what: 'drawing' | 'fetching', work: () => Promise<void>, told: (error: unknown) => string): Promise<void> {
    setBusy(what)
    announce(text(what))
    try {
      await work()
      announce(text('ready'))
    } catch (error) {
      showError(told(error))
    }
    setBusy(null)
  }
  return {
    busy,
    /** The picture of an element as PNG, with what the server says of the sheet at this address: `show` puts it there. */
    draw: (address: string, show: (sheet: PictureSheet | null) => HTMLElement | null, theme: 'light' | 'dark') =>
      run(
        'drawing',
        async () => {
          const answer = await fetch(address)
          if (!answer.ok) throw new Error('the sheet was refused')
          const sheet: PictureSheet = await answer.json()
          const element = show(sheet)
          try {
            if (!element) throw new Error('there is nothing to draw')
            saveFile(`${slug}-${sheet.fileName}.png`, await pictureOf(element, theme))
          } finally {
            show(null)
          }
        },
        () => text('notDrawn'),
      ),
    /** A file of the server, under the name it gives it. */
    fetch: (address: string) =>
      run(
        'fetching',
        async () => {
          const answer = await fetch(address)
          if (!answer.ok) throw Object.assign(new Error('it was refused'), { data: await answer.json().catch(() => null) })
          const [, name = 'etappe'] = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? []
          saveFile(name, await answer.blob())
        },
        problemText,
      ),
  }
}
