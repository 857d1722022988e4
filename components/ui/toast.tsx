'use client'

import { CircleAlert, X } from 'lucide-react'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { Toaster, toast } from 'sonner'
import { buttonStyle } from '@/components/ui/button-style'
import { cn } from '@/components/ui/class-names'
import { useUiWords } from '@/components/ui/ui-words'

interface ToastOptions {
  /** What can still be done about it: "Undo". */
  action?: { label: string; onAction: () => void }
  description?: ReactNode
  /** A toast with the same id takes the place of the earlier one. */
  id?: string
}

const shownMs = 10_000

/** Says that something is done. Goes after 10 s that nobody pointed at it, was in it, or was away. */
export function showSuccess(message: ReactNode, options: ToastOptions = {}): void {
  show(message, options, 'success')
}

/** Says that something failed. Stays until it is closed. */
export function showError(message: ReactNode, options: ToastOptions = {}): void {
  show(message, options, 'error')
}

export function dismissToast(id: string): void {
  toast.dismiss(id)
}

function show(message: ReactNode, { id, ...options }: ToastOptions, tone: 'success' | 'error') {
  // sonner's own clock does not stop for the keyboard, so ours runs instead
  toast.custom((toastId) => <ToastCard id={toastId} message={message} tone={tone} {...options} />, {
    id,
    duration: Number.POSITIVE_INFINITY,
  })
}

function ToastCard({
  id,
  message,
  tone,
  action,
  description,
}: Omit<ToastOptions, 'id'> & { id: string | number; message: ReactNode; tone: 'success' | 'error' }) {
  const { dismiss } = useUiWords()
  const card = useRef<HTMLDivElement>(null)
  useToastClock(card, () => toast.dismiss(id), tone === 'success')
  return (
    <div
      ref={card}
      data-float
      className={cn(
        // The toaster's own style element sets another font around the card.
        'flex w-(--width) max-w-[calc(100vw-2rem)] items-start gap-2 rounded-lg border bg-sheet py-2.5 ps-3.5 pe-2 font-sans text-base text-ink shadow-float',
        tone === 'error' ? 'border-danger/50' : 'border-line-2',
      )}
    >
      {tone === 'error' ? <CircleAlert aria-hidden className="mt-1 size-4 shrink-0 text-danger" /> : null}
      <div role={tone === 'error' ? 'alert' : 'status'} className="min-w-0 flex-1 py-1 leading-5">
        <p>{message}</p>
        {description ? <div className="text-sm text-ink-2">{description}</div> : null}
      </div>
      {action ? (
        <button
          type="button"
          className={buttonStyle({ variant: 'plain', size: 'sm' })}
          onClick={() => {
            toast.dismiss(id)
            action.onAction()
          }}
        >
          {action.label}
        </button>
      ) : null}
      <button
        type="button"
        aria-label={dismiss}
        className={buttonStyle({ variant: 'quiet', size: 'sm', square: true })}
        onClick={() => toast.dismiss(id)}
      >
        <X aria-hidden />
      </button>
    </div>
  )
}

/** Runs while nobody points at the card, is in it, or looks at another page; what has passed stays passed. */
function useToastClock(card: RefObject<HTMLElement | null>, onEnd: () => void, runs: boolean) {
  const left = useRef(shownMs)
  const latest = useRef(onEnd)
  useEffect(() => {
    latest.current = onEnd
  })
  useEffect(() => {
    const element = card.current
    if (!runs || !element) return
    let since = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = () => {
      if (timer === undefined) return
      clearTimeout(timer)
      timer = undefined
      left.current -= performance.now() - since
    }
    const follow = () => {
      if (document.hidden || element.matches(':hover, :focus-within')) return stop()
      if (timer !== undefined) return
      since = performance.now()
      timer = setTimeout(() => latest.current(), Math.max(0, left.current))
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    // `focusout` comes before the focus is elsewhere
    const followSoon = () => queueMicrotask(follow)
    const moves = ['pointerenter', 'pointerleave', 'focusin', 'focusout'] as const
    for (const move of moves) element.addEventListener(move, followSoon)
    return () => {
      stop()
      document.removeEventListener('visibilitychange', follow)
      for (const move of moves) element.removeEventListener(move, followSoon)
    }
  }, [card, runs])
}

/** Where toasts appear; part of UiProvider. */
export function Toasts() {
  const { notifications } = useUiWords()
  return (
    <Toaster
      position="bottom-right"
      containerAriaLabel={notifications}
      visibleToasts={2}
      gap={8}
      expand
      offset={20}
      mobileOffset={12}
      toastOptions={{ unstyled: true }}
    />
  )
}
