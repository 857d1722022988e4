'use client'

import dynamic from 'next/dynamic'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import { useFormatter, useText } from '@/components/i18n/use-text'
import { hasHtml, type Loss } from '@/components/item/markdown-style'
import { MarkdownView } from '@/components/item/markdown-view'
import { countWords, readingMinutes } from '@/components/item/text-length'
import { usePreference } from '@/components/shell/use-preference'
import { Notice } from '@/components/ui/notice'
import { Segmented } from '@/components/ui/segmented'
import { TextArea } from '@/components/ui/text-area'

const RichEditor = dynamic(() => import('@/components/item/rich-editor').then((module) => module.RichEditor), {
  ssr: false,
  loading: () => <div className="min-h-72" aria-busy />,
})

type Mode = 'write' | 'source' | 'preview'
const modes: readonly Mode[] = ['write', 'source', 'preview']

interface Props {
  value: string
  onChange: (markdown: string) => void
  onBlur: () => void
  error: string | undefined
  lang: string | undefined
  disabled: boolean
}

/** The body: as it looks, as Markdown, or as its readers see it. */
export function BodyEditor({ value, onChange, onBlur, error, lang, disabled }: Props) {
  const text = useText('item.editor')
  const format = useFormatter()
  const headingId = useId()
  const [preferred, setPreferred] = usePreference<string>('item.editor', 'write')
  const [chosen, setChosen] = useState<Mode | null>(null)
  const [refused, setRefused] = useState<readonly Loss[]>([])
  const losses = useMemo(() => (refused.length === 0 && hasHtml(value) ? (['html'] as const) : refused), [refused, value])
  const wanted = chosen ?? (preferred === 'source' ? 'source' : 'write')
  const mode: Mode = disabled ? 'preview' : wanted === 'write' && losses.length > 0 ? 'source' : wanted
  const still = useDeferredValue(value)
  const words = useMemo(() => countWords(still), [still])

  function choose(next: Mode) {
    // Looked at anew: what could not be kept may be gone by now.
    setRefused([])
    setChosen(next)
    if (next !== 'preview') setPreferred(next)
  }

  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-end justify-between gap-2">
        <h2 id={headingId} className="font-sans text-sm font-medium tracking-normal">
          {text('label')}
        </h2>
        {disabled ? null : (
          <Segmented
            label={text('mode')}
            value={mode}
            onValueChange={choose}
            items={modes.map((name) => ({ value: name, label: text(`modes.${name}`) }))}
          />
        )}
      </div>
      {losses.length > 0 && mode === 'source' ? (
        <Notice live>{text('sourceBecause', { what: losses.map((loss) => text(`loss.${loss}`)).join(', ') })}</Notice>
      ) : null}
      <div
        className={
          mode === 'source'
            ? undefined
            : disabled
              ? 'rounded-md border border-line-2 bg-sunk'
              : 'rounded-md border border-control bg-sheet has-[.ProseMirror-focused]:border-focus has-[.ProseMirror-focused]:outline-1 has-[.ProseMirror-focused]:outline-focus'
        }
      >
        {mode === 'write' ? <RichEditor value={value} lang={lang} onChange={onChange} onRefuse={setRefused} /> : null}
        {mode === 'source' ? (
          <TextArea
            label={text('source')}
            labelHidden
            name="body"
            rows={14}
            lang={lang}
            error={error}
            spellCheck
            inputClassName="font-mono text-sm leading-6"
            value={value}
            onValueChange={onChange}
            onBlur={onBlur}
          />
        ) : null}
        {mode === 'preview' ? (
          <div className="min-h-24 px-4 py-3">
            {value.trim() === '' ? <p className="text-ink-3">{text('empty')}</p> : <MarkdownView markdown={still} lang={lang} />}
          </div>
        ) : null}
      </div>
      <p className="text-xs text-ink-3">
        {text('length', { words, shown: format.number(words), minutes: readingMinutes(words) })}
      </p>
    </section>
  )
}
