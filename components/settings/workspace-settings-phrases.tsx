'use client'
import { useState } from 'react'
import { useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-area'
import { vaguePhrases as presets } from '@/server/presets/vague-phrases'

interface Props {
  /** Null: the presets of both languages. */
  value: readonly string[] | null
  onValueChange: (value: string[] | null) => void
  disabled: boolean
}

const presetList = [...presets.de, ...presets.en]

/** Words that sound like a promise and are none, one a line. */
export function WorkspaceSettingsPhrases({ value, onValueChange, disabled }: Props) {
  const text = useText('workspace.phrases')
  const [typed, setTyped] = useState(() => (value ?? presetList).join('\n'))
  return (
    <div className="flex flex-col gap-2">
      <TextArea
        label={text('label')}
        help={text('help')}
        disabled={disabled}
        rows={6}
        spellCheck={false}
        value={typed}
        onValueChange={(next) => {
          setTyped(next)
          const lines = linesOf(next)
          onValueChange(lines.join('\n') === presetList.join('\n') ? null : lines)
        }}
      />
      {value === null || disabled ? null : (
        <Button
          size="sm"
          className="self-start"
          onClick={() => {
            setTyped(presetList.join('\n'))
            onValueChange(null)
          }}
        >
          {text('reset')}
        </Button>
      )}
    </div>
  )
}

/** Each line once, without what is too short to mean anything or longer than any phrase. */
function linesOf(typed: string): string[] {
  const lines = typed.split('\n').map((line) => line.trim())
  return [...new Set(lines)].filter((line) => line.length >= 2 && line.length <= 80).slice(0, 300)
}
