'use client'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { z } from 'zod'
import { type Beginning, BeginningChoice } from '@/components/auth/beginning-choice'
import { useBrowserZone } from '@/components/auth/use-browser-zone'
import { type Places, WorkspaceFields } from '@/components/auth/workspace-fields'
import { useLanguage, useProblemText, useText } from '@/components/i18n/use-text'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { sampleFits } from '@/server/domain/workspaces/workspace.rules'
import { workspaceCreate } from '@/server/domain/workspaces/workspace.schema'

const form = z.object({ workspace: workspaceCreate })
type Values = z.input<typeof form>

/** A further workspace for somebody who has an account. */
export function NewWorkspace({ places, country }: { places: Places; country: string | null }) {
  const text = useText()
  const problemText = useProblemText()
  const language = useLanguage()
  const [beginning, setBeginning] = useState<Beginning>('empty')
  const methods = useForm<Values, unknown, z.output<typeof form>>({
    resolver: zodResolver(form),
    mode: 'onTouched',
    defaultValues: {
      workspace: {
        name: '',
        locale: language,
        timeZone: 'Europe/Berlin',
        country,
        segment: 'both',
        sellsGoods: true,
        model: 'mckinsey5',
        sample: null,
      },
    },
  })
  useBrowserZone((zone) => methods.setValue('workspace.timeZone', zone))
  const offersSample = sampleFits(methods.watch('workspace.model'))
  const chosen: Beginning = offersSample || beginning === 'import' ? beginning : 'empty'
  const trpc = useTRPC()
  const create = useMutation(
    trpc.workspaces.create.mutationOptions({
      onSuccess: ({ slug }) => location.assign(`/${slug}/${chosen === 'import' ? 'import' : 'coverage'}`),
    }),
  )
  return (
    <FormProvider {...methods}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const sample = chosen === 'import' || chosen === 'empty' ? null : chosen
          void methods.handleSubmit(({ workspace }) => create.mutate({ ...workspace, sample }))()
        }}
      >
        <h1>{text('workspace.new.title')}</h1>
        <p className="mt-2 mb-8 max-w-[64ch] text-ink-2">{text('workspace.new.lead')}</p>
        <WorkspaceFields places={places} withModel />
        <h2 className="mt-10 mb-3">{text('start.begin.label')}</h2>
        <BeginningChoice value={chosen} onValueChange={setBeginning} offersSample={offersSample} />
        {create.isError ? (
          <Notice tone="error" className="mt-6 max-w-160">
            {problemText(create.error)}
          </Notice>
        ) : null}
        <Button type="submit" variant="primary" size="lg" loading={create.isPending || create.isSuccess} className="mt-8">
          {text('workspace.new.action')}
        </Button>
      </form>
    </FormProvider>
  )
}
