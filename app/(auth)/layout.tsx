import Link from 'next/link'
import type { ReactNode } from 'react'
import { LanguageSwitch } from '@/components/auth/language-switch'
import { Wordmark } from '@/components/auth/wordmark'
import { chooseLanguage } from './choose-language'

/** Pages before and around signing in: one column, nothing beside it. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-240 flex-col px-5 sm:px-8">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-5">
        <Link href="/" className="rounded-sm">
          <Wordmark />
        </Link>
        <LanguageSwitch choose={chooseLanguage} />
      </header>
      <main className="flex-1 pt-6 pb-16 sm:pt-12">{children}</main>
    </div>
  )
}
