'use client'

import { RotateCcw } from 'lucide-react'
import { useLanguage, useLocalized, useText } from '@/components/i18n/use-text'
import { hasSameNumbers, isAtPreset, presetContent, savedContent } from '@/components/settings/rules-draft'
import { useWorkspace } from '@/components/shell/workspace'
import { IconButton } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { TextLink } from '@/components/ui/link-button'
import { NumberInput } from '@/components/ui/number-input'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { severities } from '@/server/domain/gaps/gap.schema'
import type { RuleContent, RuleView } from '@/server/domain/gaps/rule-setting.schema'
import { ruleDefinition } from '@/server/presets/rules'

interface Props {
  rule: RuleView
  /** As it would be saved. */
  content: RuleContent
  /** How many gaps it would flag so; undefined while that is being counted. */
  count: number | undefined
  disabled: boolean
  onChange: (content: RuleContent) => void
}

/** One rule: on or off, its weight, its numbers, and what comes of it. */
export function RulesRow({ rule, content, count, disabled, onChange }: Props) {
  const text = useText('rules')
  const language = useLanguage()
  const localized = useLocalized()
  const { base } = useWorkspace()
  const { name: names, explanation, numbers, origin, source } = ruleDefinition(rule.key)
  const name = localized(names)
  const { enabled, severity } = content
  const isUnsaved = enabled !== rule.enabled || severity !== rule.severity || !hasSameNumbers(content, savedContent(rule))
  const isTried = !enabled || !hasSameNumbers(content, savedContent(rule))
  const flags = count === undefined ? text('counting') : text(isTried ? 'wouldFlag' : 'flags', { count })
  return (
    <li
      id={rule.key}
      className="grid scroll-mt-6 grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 gap-y-2 border-b py-3 target:bg-accent-wash @xl:grid-cols-[auto_minmax(0,1fr)_7.5rem_2rem]"
    >
      <Switch
        label={text('on', { name })}
        labelHidden
        disabled={disabled}
        value={enabled}
        onValueChange={(on) => onChange({ ...content, enabled: on })}
      />
      <div className="min-w-0">
        <h4 className="font-sans text-base font-[550] tracking-normal">
          {name}
          {isUnsaved ? (
            <span className="ms-2 text-xs font-normal text-warning">{text('unsaved')}</span>
          ) : rule.isChanged ? (
            <span className="ms-2 text-xs font-normal text-ink-3">{text('changed')}</span>
          ) : null}
        </h4>
        <p className="text-sm text-ink-2 text-pretty">{localized(explanation)}</p>
        <p className="mt-0.5 text-xs text-ink-3">
          {origin === 'source' ? text('source', { source }) : source === 'Etappe' ? text('own') : text('derived', { source })}
        </p>
        {numbers.length > 0 ? (
          <div className="mt-2 flex flex-wrap gap-x-5 gap-y-2">
            {numbers.map((number) => (
              <NumberInput
                key={number.key}
                label={localized(number.name)}
                locale={language}
                min={number.min}
                max={number.max}
                step={1}
                disabled={disabled || !enabled}
                value={content.numbers[number.key] ?? number.preset}
                onValueChange={(value) =>
                  onChange({
                    ...content,
                    numbers: { ...content.numbers, [number.key]: Math.round(value ?? number.preset) },
                  })
                }
              />
            ))}
          </div>
        ) : null}
        <p className={cn('mt-1.5 text-sm tabular-nums', isUnsaved ? 'text-ink' : 'text-ink-3')} aria-live="polite">
          {rule.enabled && !isUnsaved && rule.found > 0 ? (
            <TextLink href={`${base}/gaps?rule=${rule.key}`} aria-label={`${flags}. ${text('showGaps', { name })}`}>
              {flags}
            </TextLink>
          ) : (
            flags
          )}
        </p>
      </div>
      <Select
        label={text('severity', { name })}
        labelHidden
        disabled={disabled || !enabled}
        className="col-start-2 max-w-30 @xl:col-start-auto"
        value={severity}
        onValueChange={(next) => onChange({ ...content, severity: next })}
        items={severities.map((value) => ({ value, label: text(`weight.${value}`) }))}
      />
      <span className="col-start-3 row-start-1 @xl:col-start-auto @xl:row-start-auto">
        {disabled || isAtPreset(rule.key, content) ? null : (
          <IconButton
            icon={<RotateCcw aria-hidden />}
            size="sm"
            label={text('resetOf', { name })}
            onClick={() => onChange(presetContent(rule.key))}
          />
        )}
      </span>
    </li>
  )
}
