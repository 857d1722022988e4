'use client'

import { FileUp } from 'lucide-react'
import { type ClipboardEvent, type DragEvent, type ReactNode, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { errorStyle, isShown } from '@/components/ui/field'

interface FileDropProps {
  /** What may be dropped here. */
  label: ReactNode
  /** The words of the button. */
  action: string
  /** Formats and limits, before anybody tries. */
  help?: ReactNode
  error?: ReactNode
  onFiles: (files: File[]) => void
  /** Takes text that is pasted while the zone or something in it has the focus. */
  onText?: (text: string) => void
  /** As in the input element: ".csv,.xlsx". The caller still checks what comes. */
  accept?: string
  multiple?: boolean
  disabled?: boolean
  /** Work with what was dropped is under way. */
  loading?: boolean
  children?: ReactNode
}

/** A place to drop or paste, and a button for everybody else. */
export function FileDrop({
  label,
  action,
  help,
  error,
  onFiles,
  onText,
  accept,
  multiple = false,
  disabled = false,
  loading = false,
  children,
}: FileDropProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const isOff = disabled || loading

  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])]
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!isOff) take(event.dataTransfer.files)
  }
  const paste = (event: ClipboardEvent) => {
    if (isOff || event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return
    const text = event.clipboardData.getData('text/plain')
    if (event.clipboardData.files.length > 0) take(event.clipboardData.files)
    else if (onText && text !== '') onText(text)
    else return
    event.preventDefault()
  }

  return (
    <section
      aria-labelledby={`${id}-label`}
      onPaste={paste}
      onDrop={drop}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(!isOff)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget instanceof Node ? event.relatedTarget : null)) setOver(false)
      }}
      className={cn(
        'flex flex-col items-center gap-3 rounded-lg border border-dashed border-control px-6 py-10 text-center transition-colors',
        isOver && 'border-accent bg-accent-wash',
        isShown(error) && 'border-danger',
      )}
    >
      <FileUp aria-hidden className="size-6 stroke-[1.5] text-ink-3" />
      <p id={`${id}-label`} className="text-ink-2">
        {label}
      </p>
      <Button
        variant="primary"
        disabled={disabled}
        loading={loading}
        aria-describedby={`${id}-help ${id}-error`}
        onClick={() => input.current?.click()}
      >
        {action}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          take(event.target.files)
          // so that the same file can be chosen again after it was mended
          event.target.value = ''
        }}
      />
      {children}
      {isShown(help) ? (
        <p id={`${id}-help`} className="text-sm text-ink-3">
          {help}
        </p>
      ) : null}
      {isShown(error) ? (
        <p id={`${id}-error`} role="alert" className={errorStyle}>
          {error}
        </p>
      ) : null}
    </section>
  )
}
