'use client'

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Ellipsis, Plus } from 'lucide-react'
import { useState } from 'react'
import { useAgo, useProblemText, useText } from '@/components/i18n/use-text'
import { HookDialog } from '@/components/notifications/hook-dialog'
import { MailState } from '@/components/notifications/mail-state'
import { useReasonWords } from '@/components/notifications/use-reason-words'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Badge } from '@/components/ui/badge'
import { Button, IconButton } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import { MenuItem } from '@/components/ui/menu-items'
import { showError, showSuccess } from '@/components/ui/toast'
import type { Hook } from '@/server/domain/hooks/hook.schema'

const failuresBeforeEnd = 20

/** The team's chats that are told things, and whether mail goes out. */
export function Hooks() {
  const text = useText('hooks')
  const trpc = useTRPC()
  const { slug: workspace } = useWorkspace()
  const { data: hooks } = useSuspenseQuery(trpc.hooks.list.queryOptions({ workspace }))
  const [open, setOpen] = useState<Hook | 'new' | null>(null)
  const [leaving, setLeaving] = useState<Hook | null>(null)
  const { test, remove } = useHookActions()
  return (
    <div className="flex flex-col gap-10">
      <section aria-labelledby="chats">
        <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
          <div className="me-auto min-w-0 max-w-140">
            <h3 id="chats">{text('chats')}</h3>
            <p className="mt-1 text-ink-2 text-pretty">{text('chatsLead')}</p>
          </div>
          <Button icon={<Plus aria-hidden />} onClick={() => setOpen('new')}>
            {text('add')}
          </Button>
        </div>
        {hooks.length === 0 ? (
          <p className="mt-4 text-ink-2">{text('empty')}</p>
        ) : (
          <ul className="mt-4 border-t">
            {hooks.map((hook) => (
              <li key={hook.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b py-3">
                <HookAbout hook={hook} />
                <Button
                  size="sm"
                  aria-label={text('testOf', { name: hook.name })}
                  loading={test.isPending && test.variables?.id === hook.id}
                  onClick={() => test.mutate({ workspace, id: hook.id })}
                >
                  {text('test')}
                </Button>
                <Menu
                  align="end"
                  trigger={<IconButton size="sm" icon={<Ellipsis aria-hidden />} label={text('editOf', { name: hook.name })} />}
                >
                  <MenuItem onSelect={() => setOpen(hook)}>{text('edit')}</MenuItem>
                  <MenuItem danger onSelect={() => setLeaving(hook)}>
                    {text('delete')}
                  </MenuItem>
                </Menu>
              </li>
            ))}
          </ul>
        )}
      </section>
      <MailState />
      {open ? <HookDialog hook={open === 'new' ? null : open} onClose={() => setOpen(null)} /> : null}
      <AlertDialog
        open={leaving !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) setLeaving(null)
        }}
        title={text('deleteOf', { name: leaving?.name ?? '' })}
        description={text('deleteText')}
        action={text('delete')}
        pending={remove.isPending}
        onAction={() => {
          if (!leaving) return
          remove.mutate(
            { workspace, id: leaving.id },
            {
              onSuccess: () => showSuccess(text('deleted', { name: leaving.name })),
              onSettled: () => setLeaving(null),
            },
          )
        }}
      />
    </div>
  )
}

function HookAbout({ hook }: { hook: Hook }) {
  const text = useText('hooks')
  const ago = useAgo()
  const reasonOf = useReasonWords()
  const { name, address, events, locale, isEnabled, lastSentAt, lastError, failures } = hook
  const what = [address, text(`languages.${locale}`), ...events.map((event) => text(`eventShort.${event}`))]
  return (
    <div className="min-w-0 flex-1 basis-60">
      <p className="font-[550] wrap-anywhere">
        {name} {isEnabled ? null : <Badge>{text('off')}</Badge>}
      </p>
      <p className="text-sm wrap-anywhere text-ink-2">{what.join(' · ')}</p>
      <p className="text-sm text-ink-3">{lastSentAt ? text('sent', { ago: ago(lastSentAt) }) : text('never')}</p>
      {lastError ? (
        <p className="text-sm wrap-anywhere text-danger">
          {text('failed', { count: Math.max(1, failures), reason: reasonOf(lastError) })}
          {failures >= failuresBeforeEnd && !isEnabled ? ` ${text('stopped')}` : ''}
        </p>
      ) : null}
    </div>
  )
}

function useHookActions() {
  const text = useText('hooks')
  const problemText = useProblemText()
  const reasonOf = useReasonWords()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const onError = (error: unknown) => showError(problemText(error))
  const onSettled = () => queries.invalidateQueries(trpc.hooks.list.pathFilter())
  return {
    remove: useMutation(trpc.hooks.delete.mutationOptions({ onError, onSettled })),
    test: useMutation(
      trpc.hooks.test.mutationOptions({
        onError,
        onSettled,
        onSuccess: ({ error }) =>
          error === null ? showSuccess(text('tested')) : showError(text('testFailed', { reason: reasonOf(error) })),
      }),
    ),
  }
}
