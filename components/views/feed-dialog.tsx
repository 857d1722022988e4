'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { CopyField } from '@/components/ui/copy-field'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { showError } from '@/components/ui/toast'
import { FeedList } from '@/components/views/feed-list'
import { feedScreens, type MadeFeed } from '@/server/domain/feeds/feed.schema'
import type { View } from '@/server/domain/views/view.schema'

interface Props {
  /** The view that is on and unchanged. */
  current: View | undefined
  saveAs: (name: string, isTeam: boolean) => Promise<View>
  onClose: () => void
}

const shownNow = '*'

/** Turns the calendar of a saved view on, shows its address once, and lists those that are on. */
export function FeedDialog({ current, saveAs, onClose }: Props) {
  const text = useText('outlets.dialog')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { slug } = useWorkspace()
  const views = useQuery(trpc.views.list.queryOptions({ workspace: slug }))
  const make = useMutation(trpc.feeds.make.mutationOptions())
  const [viewId, setViewId] = useState(current?.id ?? shownNow)
  const [name, setName] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [made, setMade] = useState<MadeFeed | null>(null)
  const items = [
    { value: shownNow, label: text('now') },
    ...feedScreens.flatMap((screen) =>
      (views.data ?? [])
        .filter((view) => view.screen === screen)
        .map((view) => ({ value: view.id, label: view.name, group: text(`screen.${screen}`) })),
    ),
  ]
  const isNew = viewId === shownNow
  const isReady = !isNew || name.trim() !== ''

  async function turnOn(): Promise<void> {
    if (!isReady) return
    setBusy(true)
    try {
      const id = isNew ? (await saveAs(name.trim(), false)).id : viewId
      setViewId(id)
      setMade(await make.mutateAsync({ workspace: slug, viewId: id }))
    } catch (error) {
      showError(problemText(error))
    }
    setBusy(false)
    await queries.invalidateQueries(trpc.feeds.pathFilter())
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      dismissible={made === null}
      title={text('title')}
      description={text('explanation')}
      footer={<Button onClick={onClose}>{text('close')}</Button>}
    >
      <div className="flex flex-col gap-6">
        {made ? (
          <Address made={made} />
        ) : (
          <form
            noValidate
            className="flex flex-col items-start gap-3"
            onSubmit={(event) => {
              event.preventDefault()
              void turnOn()
            }}
          >
            <Select className="w-full" label={text('view')} items={items} value={viewId} onValueChange={setViewId} />
            {isNew ? (
              <TextInput className="w-full" label={text('name')} required maxLength={80} value={name} onValueChange={setName} />
            ) : null}
            <Button type="submit" variant="primary" loading={isBusy} disabled={!isReady}>
              {text('make')}
            </Button>
          </form>
        )}
        <FeedList onRenewed={setMade} />
      </div>
    </Dialog>
  )
}

function Address({ made: { feed, secret } }: { made: MadeFeed }) {
  const text = useText('outlets.dialog')
  const { slug } = useWorkspace()
  const path = `${location.host}/api/feeds/${slug}/${secret}.ics`
  const words = { copy: text('copy'), copied: text('copied') }
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="success">{text('made', { name: feed.view?.name ?? '' })}</Notice>
      <CopyField key={secret} label={text('webcal')} value={`webcal://${path}`} {...words} />
      <CopyField
        key={`${secret} plain`}
        label={text('https')}
        value={`${location.protocol}//${path}`}
        variant="default"
        {...words}
      />
    </div>
  )
}
