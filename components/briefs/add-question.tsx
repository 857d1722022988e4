'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { FormDialog } from '@/components/ui/form-dialog'
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
  const { slug, choices, optionsOf } = useWorkspace()
  const [question, setQuestion] = useState('')
  const [phase, setPhase] = useState(choices('phase').some(({ key }) => key === given) ? given : null)
  const create = useMutation(trpc.vocabulary.create.mutationOptions())
  const words = question.trim()
  async function add() {
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
    <FormDialog
      dismissible={words === ''}
      title={text('add')}
      action={text('save')}
      disabled={words === ''}
      pending={create.isPending}
      error={create.error && problemText(create.error)}
      onSubmit={add}
      onClose={onClose}
    >
      <TextInput
        label={text('text')}
        required
        maxLength={500}
        value={question}
        onValueChange={(value: string) => setQuestion(value)}
      />
      <Combobox label={text('phase')} items={optionsOf('phase')} value={phase} onValueChange={setPhase} />
    </FormDialog>
  )
}
