'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { Notice } from '@/components/ui/notice'

interface ErrorSummaryProps {
  title: ReactNode
  /** Each leads to its field by the name the field has in the form. */
  errors: readonly { name: string; message: ReactNode }[]
  /** Count of attempts to send: takes the focus anew with each. */
  attempt: number
}

/** What is wrong in a form, above it, after an attempt to send it. */
export function ErrorSummary({ title, errors, attempt }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (attempt > 0) box.current?.focus()
  }, [attempt])
  if (errors.length === 0) return null
  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      <Notice tone="error" title={title}>
        <ul className="mt-1 flex flex-col">
          {errors.map(({ name, message }) => (
            <li key={name}>
              <button
                type="button"
                className="min-h-6 rounded-sm text-start underline underline-offset-2"
                onClick={() => focusField(box.current, name)}
              >
                {message}
              </button>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

function focusField(from: HTMLElement | null, name: string) {
  const scope = from?.closest('form') ?? document
  const field = scope.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]:not([type=hidden])`)
  field?.focus()
  field?.scrollIntoView({ block: 'center' })
}
