'use client'

import { AlertDialog as Base } from '@base-ui/react/alert-dialog'
import { type ReactElement, type ReactNode, type RefObject, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { DialogFooter, sheetStyle, veilStyle, viewportStyle } from '@/components/ui/dialog'
import { TextInput } from '@/components/ui/text-input'
import { useUiWords } from '@/components/ui/ui-words'

interface AlertDialogProps {
  open?: boolean
  onOpenChange?: (open: boolean) => void
  trigger?: ReactElement
  title: ReactNode
  description: ReactNode
  /** A verb with its object: "Delete 12 items". */
  action: string
  onAction: () => void
  /** Defaults to the common word for cancelling. */
  cancel?: string
  danger?: boolean
  pending?: boolean
  /** Must be typed before the action can be pressed. */
  confirm?: { label: ReactNode; text: string }
  finalFocus?: RefObject<HTMLElement | null>
  children?: ReactNode
}

/** For what cannot be undone. Closing is left to the caller after `onAction`, so that it can show `pending` and failures. */
export function AlertDialog({ open, onOpenChange, trigger, finalFocus, ...content }: AlertDialogProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange ? (next) => onOpenChange(next) : undefined}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className={veilStyle} />
        <Base.Viewport className={viewportStyle}>
          <Base.Popup data-float finalFocus={finalFocus} className={cn(sheetStyle, 'sm:max-w-112')}>
            <Content {...content} />
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}

// Inside the popup, so that what was typed is gone when it opens again.
function Content({
  title,
  description,
  action,
  onAction,
  cancel,
  danger = true,
  pending = false,
  confirm,
  children,
}: Omit<AlertDialogProps, 'open' | 'onOpenChange' | 'trigger' | 'finalFocus'>) {
  const words = useUiWords()
  const formId = useId()
  const [typed, setTyped] = useState('')
  const isConfirmed = confirm === undefined || typed.trim() === confirm.text
  return (
    <>
      <form
        id={formId}
        className="flex min-h-0 flex-col gap-4 overflow-y-auto px-5 pt-4.5 pb-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (isConfirmed && !pending) onAction()
        }}
      >
        <div>
          <Base.Title className="text-xl leading-7">{title}</Base.Title>
          <Base.Description className="mt-1 text-ink-2">{description}</Base.Description>
        </div>
        {children}
        {confirm ? (
          <TextInput label={confirm.label} value={typed} onValueChange={setTyped} autoComplete="off" spellCheck={false} />
        ) : null}
      </form>
      <DialogFooter>
        <Base.Close render={<Button>{cancel ?? words.cancel}</Button>} />
        <Button type="submit" form={formId} variant={danger ? 'danger' : 'primary'} disabled={!isConfirmed} loading={pending}>
          {action}
        </Button>
      </DialogFooter>
    </>
  )
}
