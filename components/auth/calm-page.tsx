import type { ReactNode } from 'react'
import { Wordmark } from '@/components/auth/wordmark'

interface Props {
  title: ReactNode
  lead: ReactNode
  children?: ReactNode
}

/** A page that has only something to say and a way on. */
export function CalmPage({ title, lead, children }: Props) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-240 flex-col px-5 py-5 sm:px-8">
      <header>
        <Wordmark />
      </header>
      <main className="flex flex-1 flex-col items-start justify-center pb-24">
        <h1>{title}</h1>
        <p className="mt-3 mb-6 max-w-[56ch] text-ink-2">{lead}</p>
        <div className="flex flex-wrap gap-2">{children}</div>
      </main>
    </div>
  )
}
