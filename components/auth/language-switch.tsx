'use client'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { Segmented } from '@/components/ui/segmented'
import type { Locale } from '@/server/domain/wire.schema'

/** For whoever has no account to remember it. What is typed stays: only the texts are fetched anew. */
export function LanguageSwitch({ choose }: { choose: (locale: Locale) => Promise<void> }) {
  const text = useText('auth')
  const language = useLanguage()
  const router = useRouter()
  const [isPending, begin] = useTransition()
  return (
    <Segmented
      label={text('language')}
      value={language}
      onValueChange={(next) =>
        begin(async () => {
          await choose(next)
          router.refresh()
        })
      }
      items={[
        { value: 'de', label: 'Deutsch', disabled: isPending },
        { value: 'en', label: 'English', disabled: isPending },
      ]}
    />
  )
}
