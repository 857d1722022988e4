import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/class-names'

const looks = {
  info: { box: 'border-line-2 bg-sheet', mark: 'text-ink-2', Icon: Info },
  success: { box: 'border-line-2 bg-accent-wash', mark: 'text-accent', Icon: CircleCheck },
  warning: { box: 'border-warning/40 bg-warning-wash', mark: 'text-warning', Icon: TriangleAlert },
  error: { box: 'border-danger/40 bg-danger-wash', mark: 'text-danger', Icon: CircleAlert },
}

interface NoticeProps {
  tone?: keyof typeof looks
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  /** It came up by itself and must be said at once. Errors are by default. */
  live?: boolean
  className?: string
}

/** A remark in its place on the page. */
export function Notice({ tone = 'info', title, children, actions, live = tone === 'error', className }: NoticeProps) {
  const { box, mark, Icon } = looks[tone]
  return (
    <div
      role={live ? (tone === 'error' ? 'alert' : 'status') : undefined}
      className={cn('flex flex-wrap items-start gap-x-2.5 gap-y-2 rounded-md border px-3 py-2.5', box, className)}
    >
      {/* Where the words would have less than this beside the buttons, the buttons go below them. */}
      <div className="flex min-w-0 flex-1 basis-60 items-start gap-2.5">
        <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', mark)} />
        <div className="min-w-0 flex-1">
          {title ? <p className="font-[550]">{title}</p> : null}
          {children ? <div className="text-ink-2">{children}</div> : null}
        </div>
      </div>
      {actions ? (
        <div className="flex flex-wrap items-center gap-2 self-center max-sm:basis-full max-sm:ps-6.5 sm:ms-auto sm:justify-end">
          {actions}
        </div>
      ) : null}
    </div>
  )
}
