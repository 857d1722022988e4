import { PanelSection } from '@/components/gaps/panel-section'
import type { GapWords } from '@/components/gaps/use-gap-words'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { TextLink } from '@/components/ui/link-button'
import type { PlannedItem } from '@/server/domain/gaps/gap-list.schema'

interface Props {
  items: readonly PlannedItem[]
  words: GapWords
  /** The gap is still open, so the items have not closed it. */
  isOpen: boolean
}

/** The items that will close the gap, and why they have not. */
export function PlannedItems({ items, ...shared }: Props) {
  const text = useText('gaps.panel')
  return (
    <PanelSection title={text('plannedItem', { count: items.length })}>
      <ul>
        {items.map((item) => (
          <li key={item.id} className="py-0.5">
            <Planned item={item} {...shared} />
          </li>
        ))}
      </ul>
    </PanelSection>
  )
}

function Planned({ item, words, isOpen }: Omit<Props, 'items'> & { item: PlannedItem }) {
  const text = useText('gaps.panel')
  const statusText = useText('filter.status')
  const { base, nameOf } = useWorkspace()
  const details = [nameOf('type', item.type), statusText(item.status), item.plannedFor && words.dayOf(item.plannedFor)]
  return (
    <>
      <p className="leading-6">
        <TextLink href={`${base}/content/${item.id}`}>{item.title}</TextLink>
      </p>
      <p className="flex flex-wrap gap-x-3 text-sm leading-6 text-ink-2">
        {details.filter(Boolean).join(' · ')}
        {item.isInTrash ? null : <TextLink href={`${base}/content/${item.id}?tab=brief`}>{text('openBrief')}</TextLink>}
      </p>
      {item.isInTrash ? <p className="text-sm text-warning">{text('plannedIsGone')}</p> : null}
      {isOpen && !item.isInTrash && item.status === 'published' ? (
        <p className="text-sm text-warning">{text('plannedIsLive')}</p>
      ) : null}
    </>
  )
}
