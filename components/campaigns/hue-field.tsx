'use client'

import { useId, useState } from 'react'
import { CampaignDot } from '@/components/campaigns/campaign-colour'
import { useText } from '@/components/i18n/use-text'

interface Props {
  hue: number
  onChange: (hue: number) => void
}

/** The colour, saved when one lets go of it. */
export function HueField({ hue, onChange }: Props) {
  const text = useText('campaigns')
  const id = useId()
  const [held, setHeld] = useState<number | null>(null)
  const shown = held ?? hue
  function commit() {
    if (held !== null && held !== hue) onChange(held)
    setHeld(null)
  }
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {text('field.hue')}
      </label>
      <span className="flex h-control items-center gap-2.5">
        <CampaignDot hue={shown} className="size-5" />
        <input
          id={id}
          type="range"
          min={0}
          max={359}
          step={1}
          value={shown}
          aria-valuetext={text('hueValue', { degrees: shown })}
          onChange={(event) => setHeld(Number(event.target.value))}
          onPointerUp={commit}
          onBlur={commit}
          className="min-w-0 flex-1 accent-accent"
        />
      </span>
    </div>
  )
}
