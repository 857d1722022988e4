'use client'

import Link from 'next/link'
import { useText } from '@/components/i18n/use-text'
import { useFieldName } from '@/components/shell/use-field-name'
import { useWorkspace } from '@/components/shell/workspace'
import type { ActivityPlace, ActivityLine as Line } from '@/server/domain/activity/activity.schema'

/** One thing that somebody did, as the rest of a sentence that begins with who. */
export function ActivityLine({ line }: { line: Line }) {
  const text = useText('activity')
  const fieldName = useFieldName()
  const { operation, count, name, place, excerpt, fields } = line
  // A brief has no page of its own: what is said of it is said so.
  const kind = line.kind === 'comment' && place?.kind === 'brief' ? 'briefComment' : line.kind
  const many = `many.${kind}.${operation}` as const
  const one = `one.${kind}.${operation}` as const
  const key =
    count > 1 ? (text.has(many) ? many : (`many.${kind}.other` as const)) : text.has(one) ? one : (`one.${kind}.other` as const)
  const shown = kind === 'item' ? fields : []
  return (
    <>
      {text.rich(key, { count, name: name ?? text('unnamed'), place: () => <PlaceLink place={place} /> })}
      {shown.length > 0 ? (
        <span className="text-ink-3"> {text('fields', { fields: shown.slice(0, 6).map(fieldName).join(', ') })}</span>
      ) : null}
      {excerpt ? <q className="mt-0.5 block border-s-2 ps-2 text-ink-2 wrap-anywhere">{excerpt}</q> : null}
    </>
  )
}

function PlaceLink({ place }: { place: ActivityPlace | null }) {
  const text = useText('activity')
  const { base } = useWorkspace()
  if (place === null) return <span className="text-ink-3">{text('unnamed')}</span>
  const label = place.name ?? text('unnamed')
  if (place.isGone) return <span className="text-ink-2">{label}</span>
  return (
    <Link
      prefetch={false}
      href={base + addressOf(place)}
      className="font-medium underline decoration-line-2 underline-offset-2 hover:text-accent"
    >
      {label}
    </Link>
  )
}

function addressOf({ kind, id }: ActivityPlace): string {
  if (kind === 'campaign') return `/campaigns/${id}`
  if (kind === 'gap') return `/gaps?gap=${encodeURIComponent(id)}`
  return `/content/${id}`
}
