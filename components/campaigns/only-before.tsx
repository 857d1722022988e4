import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'

const after = ['purchase', 'retention', 'loyalty', 'advocacy']

/** Support after the purchase is what is most often forgotten; said where a campaign forgets it too, with a way to mend it. `isSoFar`: its plan does not. */
export function OnlyBefore({ campaign, isSoFar }: { campaign: string; isSoFar: boolean }) {
  const text = useText('campaigns.onlyBefore')
  const { base, can, choices } = useWorkspace()
  const phase = choices('phase').find(({ details }) => details.stages.includes('retention'))
  const other = choices('phase').find(({ details }) => details.stages.some((stage) => after.includes(stage)))
  const next = phase ?? other
  return (
    <Notice
      tone="warning"
      title={text(isSoFar ? 'soFar' : 'title')}
      actions={
        next && can('item.create') ? (
          <LinkButton prefetch={false} href={`${base}/content/new?${new URLSearchParams({ campaign, phase: next.key })}`}>
            {text('make')}
          </LinkButton>
        ) : null
      }
    >
      {text(isSoFar ? 'soFarExplanation' : 'explanation')}
    </Notice>
  )
}
