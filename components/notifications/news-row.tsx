'use client'

import { Check, Undo2 } from 'lucide-react'
import Link from 'next/link'
import { useAgo, useText } from '@/components/i18n/use-text'
import type { NewsWords } from '@/components/notifications/use-news-words'
import { IconButton } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import type { Notification } from '@/server/domain/notifications/notification.schema'

interface Props {
  news: Notification
  words: NewsWords
  onMark: (isRead: boolean) => void
}

/** One piece of news: opening it reads it. */
export function NewsRow({ news, words: { sentence, note, href }, onMark }: Props) {
  const text = useText('notifications')
  const ago = useAgo()
  const isUnread = news.readAt === null
  const what = text(isUnread ? 'markRead' : 'markUnread')
  return (
    <li className={cn('flex items-start gap-3 border-b py-2.5', isUnread && 'bg-accent-wash/50')}>
      <span className="flex w-4 shrink-0 justify-center pt-2">
        {isUnread ? (
          <span className="size-2 rounded-full bg-accent">
            <span className="sr-only">{text('isUnread')}</span>
          </span>
        ) : null}
      </span>
      <div className="min-w-0 flex-1">
        <Link
          href={href}
          prefetch={false}
          onClick={() => isUnread && onMark(true)}
          className={cn('rounded-sm wrap-anywhere hover:text-accent hover:underline', isUnread && 'font-[550]')}
        >
          {sentence}
        </Link>
        {note ? <p className="line-clamp-2 text-sm wrap-anywhere text-ink-2">{note}</p> : null}
        <p className="text-xs text-ink-3">
          {text(`kind.${news.kind}`)} · {ago(news.at)}
        </p>
      </div>
      <IconButton
        size="sm"
        icon={isUnread ? <Check aria-hidden /> : <Undo2 aria-hidden />}
        label={text('markOf', { what, news: sentence })}
        onClick={() => onMark(isUnread)}
      />
    </li>
  )
}
