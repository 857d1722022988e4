'use client'

import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { briefParts } from '@/components/briefs/brief-parts'
import { keywordsIn, type ListReading, proofPointsIn, referencesIn, referencesText } from '@/components/briefs/brief-texts'
import { NextItem } from '@/components/briefs/next-item'
import type { BriefEditing } from '@/components/briefs/use-brief'
import { useLocalized, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Combobox } from '@/components/ui/combobox'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { briefFormOf } from '@/server/domain/briefs/brief.rules'
import type { BriefField, BriefList } from '@/server/domain/briefs/brief.schema'

interface Props {
  editing: BriefEditing
  type: string
}

const longest = { aim: 2000, reader: 1000, keyMessage: 2000, callToAction: 500, tone: 500, length: 300 } as const
type PlainField = keyof typeof longest

/** Everything a brief says, in the order in which one thinks of it. A type asks only for what it needs. */
export function BriefForm({ editing, type }: Props) {
  const text = useText('briefs')
  const { asks } = briefFormOf(type)
  return (
    <div className="flex flex-col gap-8">
      {briefParts.map(([part, all]) => {
        const fields = all.filter((field) => asks.includes(field))
        if (fields.length === 0) return null
        return (
          <section key={part} aria-labelledby={`brief-${part}`}>
            <h2 id={`brief-${part}`} className="border-b pb-1.5 font-serif text-lg">
              {text(`part.${part}`)}
            </h2>
            <div className="mt-3 flex flex-col gap-4">
              {fields.map((field) => (
                <BriefPart key={field} field={field} editing={editing} type={type} />
              ))}
            </div>
          </section>
        )
      })}
    </div>
  )
}

const isPlain = (field: BriefField): field is PlainField => Object.hasOwn(longest, field)

function BriefPart({ field, editing, type }: Props & { field: BriefField }): ReactNode {
  const text = useText('briefs')
  const localized = useLocalized()
  const { needs, lengthHint } = briefFormOf(type)
  const { content, change, flush } = editing
  const shared = { required: needs.includes(field), label: text(`field.${field}`), onBlur: () => void flush() }
  if (isPlain(field)) {
    const help = field === 'tone' ? undefined : field === 'length' ? localized(lengthHint) : text(`help.${field}`)
    return (
      <TextArea
        {...shared}
        rows={field === 'aim' || field === 'keyMessage' ? 2 : 1}
        help={help}
        maxLength={longest[field]}
        value={content[field]}
        onValueChange={(value) => change({ [field]: value })}
      />
    )
  }
  switch (field) {
    case 'question':
      return <QuestionPart editing={editing} required={shared.required} />
    case 'nextStep':
      return <NextStepPart editing={editing} required={shared.required} />
    case 'proofPoints':
      return (
        <ListArea
          {...shared}
          help={text('help.proofPoints')}
          shown={content.proofPoints.join('\n')}
          editing={editing}
          list="proofPoints"
          read={proofPointsIn}
        />
      )
    case 'keywords':
      return (
        <ListArea
          {...shared}
          rows={1}
          help={text('help.keywords')}
          shown={content.keywords.join(', ')}
          editing={editing}
          list="keywords"
          read={keywordsIn}
        />
      )
    case 'references':
      return (
        <ListArea
          {...shared}
          help={text('help.references')}
          shown={referencesText(content.references)}
          editing={editing}
          list="references"
          read={referencesIn}
        />
      )
  }
}

interface ListAreaProps {
  label: string
  help: string
  required: boolean
  rows?: number
  shown: string
  editing: BriefEditing
  list: BriefList
  read: (value: string) => ListReading
}

/** A list as text. While one writes in it, it stays as it is written, and what does not fit stays until it does. */
function ListArea({ shown, editing, list, read, rows = 2, ...field }: ListAreaProps) {
  const text = useText('briefs.list')
  const [raw, setRaw] = useState<string | null>(null)
  const fault = raw === null ? null : read(raw).fault
  return (
    <TextArea
      {...field}
      rows={rows}
      value={raw ?? shown}
      error={fault ? text(fault.what, { ...fault }) : undefined}
      onValueChange={(value) => {
        setRaw(value)
        const { edit, fault: found } = read(value)
        editing.setUnfit(list, found !== null)
        if (found === null) editing.change(edit)
      }}
      onBlur={() => {
        if (fault === null) setRaw(null)
        void editing.flush()
      }}
    />
  )
}

interface PartProps {
  editing: BriefEditing
  required: boolean
}

function QuestionPart({ editing: { content, change, flush }, required }: PartProps) {
  const text = useText('briefs')
  const { choices, nameOf, term } = useWorkspace()
  const known = choices('question').map(({ key, details }) => ({
    value: key,
    label: nameOf('question', key),
    ...(details.phase ? { group: nameOf('phase', details.phase) } : {}),
  }))
  const gone = content.question !== null && term('question', content.question)?.archivedAt !== null
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Combobox
        label={text('field.question')}
        help={text('help.question')}
        required={required}
        items={known}
        {...(gone && content.question !== null
          ? { knownItems: [{ value: content.question, label: nameOf('question', content.question) }] }
          : {})}
        value={content.question}
        onValueChange={(question) => change({ question }, true)}
      />
      <TextInput
        label={text('field.questionText')}
        maxLength={500}
        value={content.questionText}
        onValueChange={(questionText: string) => change({ questionText })}
        onBlur={() => void flush()}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Enter') void flush()
        }}
      />
    </div>
  )
}

function NextStepPart({ editing: { itemId, content, change, flush }, required }: PartProps) {
  const text = useText('briefs')
  const { optionsOf } = useWorkspace()
  const { nextStep } = content
  return (
    <div className="grid gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <TextArea
        label={text('field.nextStep')}
        rows={1}
        required={required}
        maxLength={1000}
        value={nextStep.text}
        onValueChange={(value) => change({ nextStep: { ...nextStep, text: value } })}
        onBlur={() => void flush()}
      />
      <Combobox
        label={text('next.phase')}
        placeholder={text('next.noPhase')}
        items={optionsOf('phase')}
        value={nextStep.phase}
        onValueChange={(phase) => change({ nextStep: { ...nextStep, phase } }, true)}
      />
      <NextItem
        itemId={itemId}
        value={nextStep.itemId}
        onValueChange={(next) => change({ nextStep: { ...nextStep, itemId: next } }, true)}
      />
    </div>
  )
}
