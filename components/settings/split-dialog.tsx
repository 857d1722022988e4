'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocalized, useProblemText, useText } from '@/components/i18n/use-text'
import { NameFields } from '@/components/settings/term-form'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Checkbox } from '@/components/ui/checkbox'
import { FieldGroup } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { RadioGroup } from '@/components/ui/radio-group'
import { splitItems } from '@/server/domain/journeys/phase.schema'
import type { Stage, Term } from '@/server/domain/vocabulary/vocabulary.schema'
import { stagePresets } from '@/server/presets/stages'

type ItemsWish = (typeof splitItems)[number]

/** A new phase beside this one: which stages, items and questions go along. */
export function SplitDialog({ phase, onClose }: { phase: Term<'phase'>; onClose: () => void }) {
  const text = useText('settings')
  const localized = useLocalized()
  const problemText = useProblemText()
  const tell = useUndoToast()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { slug, choices, nameOf } = useWorkspace()
  const [name, setName] = useState({ en: '', de: '' })
  const [stages, setStages] = useState<Stage[]>(phase.details.stages.slice(1))
  const [items, setItems] = useState<ItemsWish>(stages.length > 0 ? 'byPurpose' : 'stay')
  const [questions, setQuestions] = useState<string[]>([])
  const input = { workspace: slug, key: phase.key, stages, items }
  const preview = useQuery({ ...trpc.journey.previewSplit.queryOptions(input), placeholderData: (before) => before })
  const split = useMutation(trpc.journey.splitPhase.mutationOptions())
  const ownQuestions = choices('question').filter(({ details }) => details.phase === phase.key)
  const oldName = nameOf('phase', phase.key)
  const isNamed = name.de.trim() !== '' || name.en.trim() !== ''

  async function run() {
    try {
      const { changeSet } = await split.mutateAsync({ ...input, revision: phase.revision, name, questions })
      tell(text('split.done', { name: localized(name), from: oldName }), changeSet)
      onClose()
    } catch {
      // The dialog says what went wrong and keeps what was typed.
    }
    await queries.invalidateQueries()
  }
  return (
    <FormDialog
      dismissible={!isNamed}
      size="lg"
      title={text('split.title', { name: oldName })}
      description={text('split.lead')}
      action={text('split.do')}
      disabled={!isNamed}
      pending={split.isPending}
      error={split.error && problemText(split.error)}
      onSubmit={run}
      onClose={onClose}
    >
      <NameFields name={name} onChange={setName} />
      {phase.details.stages.length > 0 ? (
        <FieldGroup label={text('split.stages')} help={text('split.stagesHelp', { name: oldName })}>
          {phase.details.stages.map((stage) => {
            const preset = stagePresets.find(({ key }) => key === stage)
            return (
              <Checkbox
                key={stage}
                label={preset ? localized(preset.name) : stage}
                value={stages.includes(stage)}
                onValueChange={(on) =>
                  setStages(phase.details.stages.filter((one) => (one === stage ? on : stages.includes(one))))
                }
              />
            )
          })}
        </FieldGroup>
      ) : null}
      <RadioGroup
        label={text('split.items')}
        value={items}
        onValueChange={setItems}
        options={splitItems.map((value) => ({ value, label: text(`split.${value}`), help: text(`split.${value}Help`) }))}
      />
      {preview.data ? (
        <p aria-live="polite" className="text-ink-2">
          {text('split.preview', { ...preview.data, staying: preview.data.items - preview.data.moving - preview.data.both })}
        </p>
      ) : null}
      {ownQuestions.length > 0 ? (
        <FieldGroup label={text('split.questions')}>
          {ownQuestions.map(({ key }) => (
            <Checkbox
              key={key}
              label={nameOf('question', key)}
              value={questions.includes(key)}
              onValueChange={(on) => setQuestions(on ? [...questions, key] : questions.filter((one) => one !== key))}
            />
          ))}
        </FieldGroup>
      ) : null}
    </FormDialog>
  )
}
