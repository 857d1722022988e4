'use client'

import { useLanguage, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import type { Notification } from '@/server/domain/notifications/notification.schema'
import { placeOf, sentenceOf } from '@/server/domain/notifications/sentence.rules'

export interface NewsWords {
  sentence: string
  /** What a comment says, or why something failed. */
  note: string | null
  href: string
}

/** A piece of news in words, the same as in mails. */
export function useNewsWords(): (news: Notification) => NewsWords {
  const text = useText('notifications')
  const anyText = useText()
  const language = useLanguage()
  const { base, nameOf } = useWorkspace()
  return (news) => {
    const who = news.by ? (news.by.name ?? text('somebody')) : null
    const { key, values } = sentenceOf(news, { who, language, phaseName: (phase) => nameOf('phase', phase) })
    const { excerpt, problem, reason } = news.details
    const why =
      problem && anyText.has(problem.messageKey as never) ? anyText(problem.messageKey as never, problem.details as never) : null
    return {
      sentence: text(`says.${key}` as never, values as never),
      note: excerpt ?? why ?? reason ?? null,
      href: `${base}${placeOf(news)}`,
    }
  }
}
