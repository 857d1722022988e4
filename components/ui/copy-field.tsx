'use client'

import { Check, Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'

interface Props {
  label: string
  value: string
  copy: string
  copied: string
  variant?: 'primary' | 'default'
}

/** A text that is read only to be taken along. */
export function CopyField({ label, value, copy, copied, variant = 'primary' }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const [isCopied, setCopied] = useState(false)
  async function take(): Promise<void> {
    field.current?.select()
    // Without https there is no clipboard to write to; the text is selected for Ctrl+C then.
    const done = await (navigator.clipboard?.writeText(value) ?? Promise.reject(new Error('no clipboard'))).then(
      () => true,
      () => false,
    )
    setCopied(done)
  }
  return (
    <div className="flex flex-col gap-2">
      <TextInput label={label} value={value} readOnly ref={field} onFocus={(event) => event.currentTarget.select()} />
      <div className="flex items-center gap-3">
        <Button
          {...(variant === 'primary' ? { variant } : {})}
          icon={isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
          onClick={() => void take()}
        >
          {copy}
        </Button>
        <span role="status" className="text-sm text-ink-2">
          {isCopied ? copied : ''}
        </span>
      </div>
    </div>
  )
}
