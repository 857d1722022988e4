import type { Metadata } from 'next'
import { mayHere, orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { ImportClosed } from '@/components/import/import-closed'
import { ImportStart } from '@/components/import/import-start'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

interface Props {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('wizard.title') }
}

export default async function ImportPage({ params }: Props) {
  const { workspace } = await params
  if (!(await mayHere(workspace, 'import.run'))) return <ImportClosed />
  await orNotFound(queryClient().fetchQuery(trpc.imports.list.queryOptions({ workspace, limit: 20 })))
  return (
    <Hydrate>
      <ImportStart />
    </Hydrate>
  )
}
