'use client'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { AccountFields } from '@/components/auth/account-fields'
import { type Beginning, BeginningChoice } from '@/components/auth/beginning-choice'
import { signIn } from '@/components/auth/session-client'
import { useBrowserZone } from '@/components/auth/use-browser-zone'
import { type Places, WorkspaceFields } from '@/components/auth/workspace-fields'
import { useLanguage, useProblemText, useText } from '@/components/i18n/use-text'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Stepper } from '@/components/ui/stepper'
import { setUpWish } from '@/server/domain/members/account.schema'
import { sampleFits } from '@/server/domain/workspaces/workspace.rules'

const steps = ['account', 'workspace', 'begin'] as const
type Step = (typeof steps)[number]

const form = setUpWish.omit({ language: true })
type Values = z.input<typeof form>

/** The first visit: who, what about, and where to begin. Everything is made at once at the end. */
export function Welcome({ places, country }: { places: Places; country: string | null }) {
  const text = useText('start')
  const problemText = useProblemText()
  const language = useLanguage()
  const [step, setStep] = useState<Step>('account')
  const [beginning, setBeginning] = useState<Beginning>('good')
  const methods = useForm<Values, unknown, z.output<typeof form>>({
    resolver: zodResolver(form),
    mode: 'onTouched',
    defaultValues: {
      account: { name: '', email: '', password: '' },
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
  // Each step is checked on its own, so nothing counts as sent yet: what was complained about is looked at again while typing.
  useEffect(() => {
    const { unsubscribe } = methods.watch((_values, { name }) => {
      if (name && methods.getFieldState(name).invalid) void methods.trigger(name)
    })
    return unsubscribe
  }, [methods])
  useBrowserZone((zone) => methods.setValue('workspace.timeZone', zone))
  const trpc = useTRPC()
  const setUp = useMutation(trpc.start.setUp.mutationOptions())
  const heading = useHeadingOf(step)
  const model = methods.watch('workspace.model')
  const offersSample = sampleFits(model)
  const chosen: Beginning = offersSample || beginning === 'import' ? beginning : 'empty'

  async function goOn(): Promise<void> {
    if (step === 'begin') return void methods.handleSubmit(finish)()
    if (await methods.trigger(step, { shouldFocus: true })) setStep(step === 'account' ? 'workspace' : 'begin')
  }

  async function finish(values: z.output<typeof form>): Promise<void> {
    const sample = chosen === 'import' || chosen === 'empty' ? null : chosen
    const made = await setUp
      .mutateAsync({ ...values, language, workspace: { ...values.workspace, sample } })
      .catch(() => undefined)
    if (!made) return
    const signedIn = await signIn(values.account.email, values.account.password).catch(() => undefined)
    const target = `/${made.slug}/${chosen === 'import' ? 'import' : 'coverage'}`
    location.assign(signedIn?.ok ? target : `/sign-in?to=${encodeURIComponent(target)}`)
  }

  return (
    <FormProvider {...methods}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!setUp.isPending) void goOn()
        }}
      >
        <Stepper
          label={text('steps.label')}
          value={step}
          steps={steps.map((value) => ({ value, label: text(`steps.${value}`) }))}
        />
        <h1 ref={heading} tabIndex={-1} className="mt-8 outline-none">
          {text(`${step}.title`)}
        </h1>
        <p className="mt-2 mb-8 max-w-[64ch] text-ink-2">{text(`${step}.lead`)}</p>
        {step === 'account' ? <AccountFields /> : null}
        {step === 'workspace' ? <WorkspaceFields places={places} withModel /> : null}
        {step === 'begin' ? <BeginningChoice value={chosen} onValueChange={setBeginning} offersSample={offersSample} /> : null}
        {setUp.isError ? (
          <Notice tone="error" className="mt-6 max-w-160">
            {problemText(setUp.error)}
          </Notice>
        ) : null}
        <div className="mt-8 flex flex-wrap gap-2">
          <Button type="submit" variant="primary" size="lg" loading={setUp.isPending || setUp.isSuccess}>
            {text(step === 'begin' ? 'begin.action' : 'next')}
          </Button>
          {step === 'account' ? null : (
            <Button
              size="lg"
              disabled={setUp.isPending || setUp.isSuccess}
              onClick={() => setStep(step === 'begin' ? 'workspace' : 'account')}
            >
              {text('back')}
            </Button>
          )}
        </div>
      </form>
    </FormProvider>
  )
}

/** Takes the focus along to the next step; not to the first one, where the page has just opened. */
function useHeadingOf(step: Step) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    heading.current?.focus()
    window.scrollTo({ top: 0 })
  }, [step])
  return heading
}
