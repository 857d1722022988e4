'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { type CampaignPart, changed, partsOf } from '@/components/campaigns/campaign-change'
import type { CampaignConflict } from '@/components/campaigns/use-campaign-edit'
import { useCampaignWords } from '@/components/campaigns/use-campaign-words'
import { useAgo, useLocalized, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'

/** Two people changed the same field of a campaign: who, when, to what, and whose words shall stand. */
export function ConflictDialog({ conflict }: { conflict: CampaignConflict }) {
  const text = useText('campaigns')
  const ago = useAgo()
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  const wordsOf = useValueWords()
  const { data: members } = useSuspenseQuery(trpc.members.list.queryOptions({ workspace: slug }))
  const { change, current, since, decide } = conflict
  const mine = changed(current, change)
  const [part = 'name'] = partsOf(change)
  const who = members.find(({ userId }) => `user:${userId}` === since?.actor)?.name ?? text('conflict.somebody')
  return (
    <Dialog
      open
      dismissible={false}
      onOpenChange={(open) => open || decide('theirs')}
      title={text('conflict.title')}
      description={text('conflict.said', {
        who,
        field: text(`field.${part}`),
        when: since ? ago(since.at) : '',
      })}
      footer={
        <>
          <Button onClick={() => decide('theirs')}>{text('conflict.theirs')}</Button>
          <Button variant="primary" onClick={() => decide('mine')}>
            {text('conflict.mine')}
          </Button>
        </>
      }
    >
      <dl className="flex flex-col gap-3">
        {(['theirValue', 'myValue'] as const).map((side) => (
          <div key={side} className="border-t pt-2">
            <dt className="text-xs text-ink-3">{text(`conflict.${side}`)}</dt>
            <dd className="whitespace-pre-line wrap-anywhere">{wordsOf(side === 'myValue' ? mine : current, part)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}

function useValueWords() {
  const text = useText('campaigns')
  const words = useCampaignWords()
  const localized = useLocalized()
  const trpc = useTRPC()
  const { slug, nameOf, term } = useWorkspace()
  const { data: members } = useSuspenseQuery(trpc.members.list.queryOptions({ workspace: slug }))
  return ({ name, details }: Term<'campaign'>, part: CampaignPart): string => {
    const nothing = text('conflict.nothing')
    switch (part) {
      case 'name':
        return localized(name)
      case 'state':
        return text(`state.${details.state}`)
      case 'startsOn':
      case 'endsOn': {
        const day = details[part]
        return day === null ? nothing : words.dayOf(day)
      }
      case 'ownerId':
        return members.find(({ userId }) => userId === details.ownerId)?.name ?? text('nobody')
      case 'parent':
        return details.parent === null
          ? nothing
          : term('campaign', details.parent)
            ? nameOf('campaign', details.parent)
            : text('parentGone')
      case 'personas':
        return details.personas.map((key) => nameOf('persona', key)).join(', ') || nothing
      case 'channels':
        return details.channels.map((key) => nameOf('channel', key)).join(', ') || nothing
      case 'health':
        return details.health === null
          ? text('health.proposal')
          : `${text(`health.${details.health.value}`)}: ${details.health.reason}`
      case 'plan':
        return (
          details.plan
            .map(({ phase, channel, count }) =>
              text('plan.line', {
                phase: nameOf('phase', phase),
                channel: channel === null ? text('plan.anyChannel') : nameOf('channel', channel),
                count,
              }),
            )
            .join('\n') || nothing
        )
      case 'hue':
        return text('hueValue', { degrees: details.hue })
      default:
        return details[part] || nothing
    }
  }
}
