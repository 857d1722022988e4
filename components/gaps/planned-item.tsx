import { PanelSection } from '@/components/gaps/panel-section'
import type { GapWords } from '@/components/gaps/use-gap-words'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { TextLink } from '@/components/ui/link-button'
import type { GapPart } from '@/server/domain/gaps/gap-list.schema'

interface Props {
  item: NonNullable<GapPart['plannedItem']>
  words: GapWords
  /** The gap is still open, so the item has not closed it. */
  isOpen: boolean
}

/** The item that will close the gap, and why it has not. */
export function PlannedItem({ item, words, isOpen }: Props) {
  const text = useText('gaps.panel')
  const statusText = useText('filter.status')
  const { base, nameOf } = useWorkspace()
  const details = [nameOf('type', item.type), statusText(item.status), item.plannedFor && words.dayOf(item.plannedFor)]
  return (
    <PanelSection title={text('plannedItem')}>
      <p className="leading-6">
        <TextLink href={`${base}/content/${item.id}`}>{item.title}</TextLink>
      </p>
      {item.isInTrash ? null : (
        <p className="leading-6">
          <TextLink href={`${base}/content/${item.id}?tab=brief`}>{text('openBrief')}</TextLink>
        </p>
      )}
      <p className="text-sm text-ink-2">{details.filter(Boolean).join(' · ')}</p>
      {item.isInTrash ? <p className="text-sm text-warning">{text('plannedIsGone')}</p> : null}
      {isOpen && !item.isInTrash && item.status === 'published' ? (
        <p className="text-sm text-warning">{text('plannedIsLive')}</p>
      ) : null}
    </PanelSection>
  )
}
