'use client'

import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, type DialogProps } from '@/components/ui/dialog'
import { firstControl } from '@/components/ui/first-control'
import { Notice } from '@/components/ui/notice'
import { useUiWords } from '@/components/ui/ui-words'
import { focusUnreadable } from '@/components/ui/unreadable'

interface FormDialogProps
  extends Pick<DialogProps, 'title' | 'description' | 'size' | 'initialFocus' | 'finalFocus' | 'dismissible' | 'children'> {
  /** The verb on the button that does it. Without one there is only something to read and to close. */
  action?: string
  /** Enter, the button, or Ctrl+Enter, which means more than Enter in a few places. Not called again before what it returns is done. */
  onSubmit: (isByCtrlEnter: boolean) => unknown
  onClose: () => void
  disabled?: boolean
  disabledReason?: string | null
  pending?: boolean
  danger?: boolean
  /** Why it did not work, in words. */
  error?: string | null
  /** Other ways out, apart from cancelling and doing it. */
  extra?: ReactNode
}

/** A dialog that is one form: cancel, the one thing it does, and what went wrong. Begins at its first field. */
export function FormDialog({
  action,
  onSubmit,
  onClose,
  disabled = false,
  disabledReason,
  pending = false,
  danger = false,
  error,
  extra,
  children,
  ...frame
}: FormDialogProps) {
  const words = useUiWords()
  const formId = useId()
  const form = useRef<HTMLFormElement>(null)
  const isByCtrlEnter = useRef(false)
  const isSending = useRef(false)
  const isOff = action === undefined || disabled || disabledReason || pending
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    // What pops up over it, such as a month, comes by here as well.
    if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return
    // The key that opened the dialog and is still held does not answer it as well.
    if (event.repeat && !(event.target instanceof HTMLTextAreaElement && !(event.ctrlKey || event.metaKey)))
      event.preventDefault()
    if (!(event.ctrlKey || event.metaKey) || event.repeat) return
    event.preventDefault()
    event.stopPropagation()
    // A field that reads on Enter has said its value by then.
    setTimeout(() => {
      isByCtrlEnter.current = true
      form.current?.requestSubmit()
      isByCtrlEnter.current = false
    })
  }
  // A second press comes before anything is drawn that would hold it back.
  async function send() {
    if (isOff || isSending.current || focusUnreadable(form.current)) return
    isSending.current = true
    try {
      await onSubmit(isByCtrlEnter.current)
    } finally {
      // Who returned nothing to wait for says by then that it is pending.
      setTimeout(() => {
        isSending.current = false
      })
    }
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      initialFocus={() => firstControl(form.current)}
      {...frame}
      onKeyDown={onKeyDown}
      footer={
        <>
          {extra ? <div className="me-auto flex flex-wrap gap-2">{extra}</div> : null}
          <Button onClick={onClose}>{action === undefined ? words.close : words.cancel}</Button>
          {action === undefined ? null : (
            <Button
              type="submit"
              form={formId}
              variant={danger ? 'danger' : 'primary'}
              disabled={disabled}
              disabledReason={disabledReason ?? undefined}
              loading={pending}
            >
              {action}
            </Button>
          )}
        </>
      }
    >
      <form
        ref={form}
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          // Where it stands inside another form in the tree of components, that one must not be sent.
          event.stopPropagation()
          void send()
        }}
      >
        {error ? <Notice tone="error">{error}</Notice> : null}
        {children}
      </form>
    </Dialog>
  )
}
