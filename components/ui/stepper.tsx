'use client'

import { Check } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/class-names'
import { useUiWords } from '@/components/ui/ui-words'

interface StepperProps<V extends string> {
  label: string
  value: V
  /** Steps with an address can be gone back to. */
  steps: readonly { value: V; label: string; href?: string }[]
  className?: string
}

/** Where somebody is in a task of several pages. */
export function Stepper<V extends string>({ label, value, steps, className }: StepperProps<V>) {
  const at = steps.findIndex((step) => step.value === value)
  return (
    <nav aria-label={label} data-print="hide" className={className}>
      <ol className="flex flex-wrap gap-x-1 gap-y-2">
        {steps.map((step, index) => (
          <li key={step.value} aria-current={index === at ? 'step' : undefined} className="flex items-center gap-1">
            <Step number={index + 1} isDone={index < at} isCurrent={index === at} href={index === at ? undefined : step.href}>
              {step.label}
            </Step>
            {index < steps.length - 1 ? <span aria-hidden className="mx-1.5 hidden h-px w-6 bg-line-2 sm:block" /> : null}
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Step({
  number,
  isDone,
  isCurrent,
  href,
  children,
}: {
  number: number
  isDone: boolean
  isCurrent: boolean
  href?: string
  children: ReactNode
}) {
  const { stepDone } = useUiWords()
  const inside = (
    <>
      <span
        aria-hidden
        className={cn(
          'grid size-5.5 shrink-0 place-items-center rounded-full border-[1.5px] border-control text-2xs font-semibold tabular-nums',
          isDone && 'border-accent text-accent',
          isCurrent && 'border-accent bg-accent text-accent-ink',
        )}
      >
        {isDone ? <Check className="size-3 stroke-3" /> : number}
      </span>
      <span className={cn(!isCurrent && 'max-sm:sr-only')}>{children}</span>
      {isDone ? <span className="sr-only">{stepDone}</span> : null}
    </>
  )
  const style = cn('flex min-h-8 items-center gap-2 rounded', isCurrent ? 'font-[550] text-ink' : 'text-ink-2')
  return href === undefined ? (
    <span className={style}>{inside}</span>
  ) : (
    <Link href={href} className={cn(style, 'hover:text-ink')}>
      {inside}
    </Link>
  )
}
