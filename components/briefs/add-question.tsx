'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SyntheticEvent, useId, useState } from 'react'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { TextInput } from '@/components/ui/text-input'

/** A question that customers ask, in a phase. */
export function AddQuestion({ phase: given }: { phase: string | null }) {
  const text = useText('briefs.questions')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        {text('add')}
      </Button>
      {isOpen ? <QuestionDialog given={given} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function QuestionDialog({ given, onClose }: { given: string | null; onClose: () => void }) {
  const text = useText('briefs.questions')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const tell = useUndoToast()
  const formId = useId()
  const { slug, choices, nameOf } = useWorkspace()
  const [question, setQuestion] = useState('')
  const [phase, setPhase] = useState(choices('phase').some(({ key }) => key === given) ? given : null)
  const create = useMutation(trpc.vocabulary.create.mutationOptions())
  const words = question.trim()
  async function add(event: SyntheticEvent) {
    event.preventDefault()
    if (words === '' || create.isPending) return
    try {
      const name = { en: words, de: words }
      const { changeSet } = await create.mutateAsync({
        workspace: slug,
        term: { dimension: 'question', name, details: { phase, topic: null } },
      })
      onClose()
      tell(text('added', { question: words }), changeSet)
      await queries.invalidateQueries()
    } catch {
      // The dialog says what went wrong and keeps what was typed.
    }
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      dismissible={words === ''}
      title={text('add')}
      footer={
        <>
          <Button onClick={onClose}>{text('cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" loading={create.isPending} disabled={words === ''}>
            {text('save')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className="flex flex-col gap-4" onSubmit={(event) => void add(event)}>
        {create.error ? <Notice tone="error">{problemText(create.error)}</Notice> : null}
        <TextInput
          label={text('text')}
          required
          maxLength={500}
          value={question}
          onValueChange={(value: string) => setQuestion(value)}
        />
        <Combobox
          label={text('phase')}
          items={choices('phase').map(({ key, details }) => ({
            value: key,
            label: nameOf('phase', key),
            letter: details.letter,
          }))}
          value={phase}
          onValueChange={setPhase}
        />
      </form>
    </Dialog>
  )
}
