import type { ReactNode } from 'react'
import { chooseLanguage } from '@/app/(auth)/choose-language'
import { LanguageSwitch } from '@/components/auth/language-switch'
import { Wordmark } from '@/components/auth/wordmark'

/** Pages for reviewers without an account: nothing leads from here into the program. */
export default function ReviewLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-240 flex-col px-5 sm:px-8">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-5">
        <Wordmark />
        <LanguageSwitch choose={chooseLanguage} />
      </header>
      <main className="flex-1 pt-4 pb-24 sm:pt-8">{children}</main>
    </div>
  )
}
