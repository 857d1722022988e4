'use client'

import { useState } from 'react'
import { useText } from '@/components/i18n/use-text'
import { TextInput } from '@/components/ui/text-input'

interface Props {
  value: string | null
  onSettle: (address: string | null) => void
}

/** Where the website of a list is that holds only the ends of its addresses. */
export function SiteAddress({ value, onSettle }: Props) {
  const text = useText('wizard')
  const [typed, setTyped] = useState(value ?? '')
  const settle = () => {
    const address = typed.trim() || null
    if (address !== value) onSettle(address)
  }
  return (
    <TextInput
      label={text('siteAddress')}
      help={text('siteAddressHelp')}
      type="url"
      inputMode="url"
      placeholder="https://example.org"
      maxLength={2000}
      value={typed}
      onValueChange={setTyped}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle()
      }}
    />
  )
}
