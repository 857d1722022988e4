import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { mayHere, orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { ImportClosed } from '@/components/import/import-closed'
import { ImportWizard } from '@/components/import/import-wizard'
import { isImportStep } from '@/components/import/steps'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

interface Props {
  params: Promise<{ workspace: string; id: string; step: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('wizard.title') }
}

export default async function ImportStepPage({ params }: Props) {
  const { workspace, id, step } = await params
  if (!isImportStep(step)) notFound()
  if (!(await mayHere(workspace, 'import.run'))) return <ImportClosed />
  await orNotFound(queryClient().fetchQuery(trpc.imports.get.queryOptions({ workspace, id })))
  return (
    <Hydrate>
      <ImportWizard id={id} step={step} />
    </Hydrate>
  )
}
