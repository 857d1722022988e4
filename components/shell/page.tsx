import type { ReactNode } from 'react'
import { cn } from '@/components/ui/class-names'

interface PageProps {
  title: ReactNode
  /** Buttons at the end of the line of the title, the main one last. */
  actions?: ReactNode
  /** The sentence that says what matters, in the large serif; then what is behind it. */
  lead?: ReactNode
  leadNote?: ReactNode
  /** A Panel: stands beside the page where there is room. */
  panel?: ReactNode
  /** `wide`: as broad as the window; else as broad as reads well. */
  width?: 'text' | 'table' | 'wide'
  /** Exactly as high as the window: something inside scrolls by itself. */
  fills?: boolean
  className?: string
  children: ReactNode
}

const widths = { text: 'max-w-192', table: 'max-w-300', wide: 'max-w-none' }

/** The frame of a screen: its one h1, what can be done, and room for a panel at the side. */
export function Page({ title, actions, lead, leadNote, panel, width = 'wide', fills = false, className, children }: PageProps) {
  return (
    <div className={cn('flex min-h-0', fills ? 'h-[calc(100dvh-6.75rem)] md:h-dvh' : 'flex-1')}>
      <div className={cn('flex min-w-0 flex-1 flex-col px-4 pt-5 sm:px-7 sm:pt-6', fills ? 'min-h-0 pb-4' : 'pb-10', className)}>
        <div className={cn('flex w-full min-w-0 flex-1 flex-col', fills && 'min-h-0', widths[width])}>
          <header className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <h1 className="me-auto min-w-0">{title}</h1>
            {actions ? (
              <div data-print="hide" className="flex flex-wrap items-center gap-2">
                {actions}
              </div>
            ) : null}
          </header>
          {lead ? <p className="mt-4 max-w-160 font-serif text-xl text-pretty">{lead}</p> : null}
          {leadNote ? <p className="mt-1 max-w-180 text-ink-2 text-pretty">{leadNote}</p> : null}
          <div className={cn('mt-5 flex min-w-0 flex-1 flex-col', fills && 'min-h-0')}>{children}</div>
        </div>
      </div>
      {panel}
    </div>
  )
}
