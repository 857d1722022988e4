'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { useFormatter, useText } from '@/components/i18n/use-text'
import { readValues, textOf } from '@/components/item/form-values'
import { dropKept, keptNewItems, placeOf, readKept } from '@/components/item/kept-draft'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import type { Draft } from '@/server/domain/content/draft.schema'

/** New items that were begun and never saved: go on, or throw them away. */
export function UnfinishedItems({ drafts, current }: { drafts: readonly Draft[]; current: string }) {
  const text = useText('item.unfinished')
  const format = useFormatter()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { slug, base, actor } = useWorkspace()
  const userId = actor.kind === 'member' ? actor.userId : ''
  const discard = useMutation(
    trpc.content.discardDraft.mutationOptions({
      onSuccess: (_, { itemId }) => {
        dropKept(placeOf(slug, userId, itemId))
        look()
        return queries.invalidateQueries(trpc.content.drafts.pathFilter())
      },
    }),
  )
  // Those that never reached the server are known to this browser alone, so they join after the first look.
  const [onDevice, setOnDevice] = useState<readonly Pick<Draft, 'itemId' | 'edit' | 'savedAt'>[]>([])
  const look = useCallback(() => {
    setOnDevice(
      keptNewItems(slug, userId).flatMap((itemId) => {
        const kept = readKept(placeOf(slug, userId, itemId))
        return kept && itemId !== current ? [{ itemId, edit: kept.edit, savedAt: new Date(kept.savedAt) }] : []
      }),
    )
  }, [slug, userId, current])
  useEffect(look, [look])
  const all = [...drafts, ...onDevice.filter(({ itemId }) => !drafts.some((draft) => draft.itemId === itemId))]
  if (all.length === 0) return null
  return (
    <Notice title={text('title', { count: all.length })}>
      <ul>
        {all.slice(0, 5).map(({ itemId, edit, savedAt }) => {
          const title = textOf(readValues(edit).title).trim() || text('untitled')
          return (
            <li key={itemId} className="flex flex-wrap items-center gap-x-3">
              <TextLink href={`${base}/content/new?draft=${encodeURIComponent(itemId)}`}>{title}</TextLink>
              <span className="text-xs text-ink-3">{format.dateTime(savedAt, { dateStyle: 'medium', timeStyle: 'short' })}</span>
              <Button
                size="sm"
                variant="quiet"
                aria-label={text('discardNamed', { title })}
                onClick={() => discard.mutate({ workspace: slug, itemId })}
              >
                {text('discard')}
              </Button>
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
