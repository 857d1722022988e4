'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage, useProblemText, useText } from '@/components/i18n/use-text'
import { TermForm } from '@/components/settings/term-form'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { FormDialog } from '@/components/ui/form-dialog'
import { newDetails } from '@/server/domain/vocabulary/term.rules'
import { type ListedDimension, termCreate } from '@/server/domain/vocabulary/term.schema'
import type { Term, TermDetails } from '@/server/domain/vocabulary/vocabulary.schema'

interface Props<D extends ListedDimension> {
  dimension: D
  onClose: () => void
  onAdded: (key: string) => void
}

export function AddTermDialog<D extends ListedDimension>({ dimension, onClose, onAdded }: Props<D>) {
  const text = useText('settings')
  const area: ListedDimension = dimension
  const language = useLanguage()
  const problemText = useProblemText()
  const tell = useUndoToast()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { slug, vocabulary } = useWorkspace()
  const [value, setValue] = useState<Pick<Term<D>, 'name' | 'synonyms' | 'details'>>(() => ({
    name: { en: '', de: '' },
    synonyms: [],
    details: newDetails(dimension, {}, vocabulary),
  }))
  const create = useMutation(trpc.vocabulary.create.mutationOptions())
  const isNamed = value.name.de.trim() !== '' || value.name.en.trim() !== ''

  async function add() {
    try {
      const { changeSet, key } = await create.mutateAsync({ workspace: slug, term: termCreate.parse({ dimension, ...value }) })
      await queries.invalidateQueries(trpc.vocabulary.pathFilter())
      const name = value.name[language] || value.name.de || value.name.en
      tell(text('term.added', { name }), changeSet)
      onAdded(key)
      onClose()
    } catch {
      // The dialog says what went wrong and keeps what was typed.
    }
  }
  return (
    <FormDialog
      dismissible={!isNamed}
      title={text(`${area}.add`)}
      size="lg"
      action={text('term.add')}
      disabled={!isNamed}
      pending={create.isPending}
      error={create.error && problemText(create.error)}
      onSubmit={add}
      onClose={onClose}
    >
      <TermForm<D>
        isNew
        dimension={dimension}
        value={value}
        onChange={({ details, synonyms, name }) =>
          setValue((before) => ({
            name: name ?? before.name,
            synonyms: synonyms ? [...synonyms] : before.synonyms,
            details: { ...before.details, ...details } as TermDetails<D>,
          }))
        }
      />
    </FormDialog>
  )
}
