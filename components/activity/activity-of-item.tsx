'use client'

import { useId, useState } from 'react'
import { ActivityStream } from '@/components/activity/activity-stream'
import { useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'

/** What happened to an item, its brief, its tasks and in its comments; asked for when somebody wants it. */
export function ActivityOfItem({ item }: { item: string }) {
  const text = useText('activity')
  const id = useId()
  const [isShown, setShown] = useState(false)
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-base">
        {text('ofItem')}
      </h2>
      <Button size="sm" className="my-2" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
        {text(isShown ? 'hide' : 'show')}
      </Button>
      {isShown ? (
        <ActivityStream question={{ item, limit: 10 }} level={3} empty={<p className="text-ink-3">{text('none')}</p>} />
      ) : null}
    </section>
  )
}
