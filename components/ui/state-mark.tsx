import type { CellState } from '@/server/domain/coverage/coverage.schema'

const marks: Readonly<Record<CellState, React.ReactNode>> = {
  gap: <circle cx="5" cy="5" r="4" strokeWidth="1.6" />,
  thin: (
    <>
      <circle cx="5" cy="5" r="4" strokeWidth="1.6" />
      <path d="M5 1a4 4 0 0 1 0 8z" fill="currentColor" stroke="none" />
    </>
  ),
  covered: <path d="M1.5 5.5 4 8l4.5-6" strokeWidth="1.7" />,
  surplus: <path d="M2 5.5 5 2l3 3.5M2 9 5 5.5 8 9" strokeWidth="1.5" />,
  open: null,
  not_applicable: null,
}

/** The sign of a state, so that nobody needs its colour; states without a target have none. */
export function StateMark({ state, className }: { state: CellState; className?: string }) {
  const mark = marks[state]
  if (mark === null) return null
  return (
    <svg viewBox="0 0 10 10" fill="none" stroke="currentColor" aria-hidden className={className}>
      {mark}
    </svg>
  )
}

/** Colours of a state's cell. */
export const stateStyle: Readonly<Record<CellState, string>> = {
  gap: 'bg-gap text-gap-ink',
  thin: 'bg-thin text-thin-ink',
  covered: 'bg-covered text-covered-ink',
  surplus: 'bg-surplus text-surplus-ink',
  open: 'text-open-ink inset-ring inset-ring-line',
  not_applicable: 'bg-na text-na-ink inset-ring inset-ring-line',
}
