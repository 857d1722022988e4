'use client'

import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useFormatter, useProblemText, useText } from '@/components/i18n/use-text'
import { isMoving, isSettled } from '@/components/import/steps'
import { Page } from '@/components/shell/page'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { FileDrop } from '@/components/ui/file-drop'
import { Table, Td, Th, Tr } from '@/components/ui/table'

const mostBytes = 50 * 1024 * 1024

/** Where an inventory comes in: a file or pasted text, and what was brought in before. */
export function ImportStart() {
  const text = useText('wizard')
  const { slug, base } = useWorkspace()
  const trpc = useTRPC()
  const client = useTRPCClient()
  const router = useRouter()
  const everyText = useText()
  const problemText = useProblemText()
  const [refusal, setRefusal] = useState<string | undefined>()
  const { data } = useSuspenseQuery(trpc.imports.list.queryOptions({ workspace: slug, limit: 20 }))
  const upload = useMutation({
    mutationFn: async (source: File | string): Promise<{ id: string }> => {
      if (typeof source === 'string')
        return client.imports.create.mutate({ workspace: slug, fileName: text('pasted'), text: source })
      const answer = await fetch(`/api/import/${slug}?name=${encodeURIComponent(source.name)}`, { method: 'POST', body: source })
      const said = (await answer.json().catch(() => null)) as {
        id?: string
        problem?: { messageKey: string; details: object }
      } | null
      if (said?.id) return { id: said.id }
      setRefusal(
        said?.problem ? everyText(said.problem.messageKey as never, said.problem.details as never) : text('uploadFailed'),
      )
      throw new Error('the upload was refused')
    },
    onSuccess: ({ id }) => router.push(`${base}/import/${id}/file`),
    onError: (error) => setRefusal((said) => said ?? problemText(error)),
  })
  const begin = (source: File | string) => {
    setRefusal(undefined)
    if (typeof source !== 'string' && source.size > mostBytes) return setRefusal(text('tooLarge', { max: 50 }))
    upload.mutate(source)
  }

  return (
    <Page title={text('title')} lead={text('lead')} leadNote={text('leadNote')} width="table">
      <FileDrop
        label={text('drop')}
        action={text('choose')}
        help={text('dropHelp')}
        accept=".csv,.tsv,.txt,.xlsx,.json"
        error={refusal}
        loading={upload.isPending}
        onFiles={([file]) => file && begin(file)}
        onText={begin}
      />
      {data.imports.length > 0 ? (
        <section className="mt-10">
          <h2 className="mb-2">{text('earlier')}</h2>
          <Table label={text('earlier')}>
            <thead>
              <Tr>
                <Th>{text('file')}</Th>
                <Th>{text('when')}</Th>
                <Th>{text('state')}</Th>
                <Th isNumber>{text('list.create')}</Th>
                <Th isNumber>{text('list.update')}</Th>
                <Th isNumber>{text('list.failed')}</Th>
              </Tr>
            </thead>
            <tbody>
              {data.imports.map((entry) => (
                <Tr key={entry.id}>
                  <Td>
                    <Link
                      href={`${base}/import/${entry.id}/${isSettled(entry.state) ? 'result' : 'file'}`}
                      className="font-medium underline"
                    >
                      {entry.fileName}
                    </Link>
                  </Td>
                  <Td>
                    <When at={entry.createdAt} />
                    {entry.by ? <span className="text-ink-3"> · {entry.by.name}</span> : null}
                  </Td>
                  <Td>
                    {text(`states.${entry.state}`)}
                    {isMoving(entry.state) && entry.progress ? ` (${text('progress', entry.progress)})` : null}
                  </Td>
                  <Td isNumber>{entry.counts?.create ?? '–'}</Td>
                  <Td isNumber>{entry.counts?.update ?? '–'}</Td>
                  <Td isNumber>{entry.counts?.failed ?? '–'}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </section>
      ) : null}
    </Page>
  )
}

function When({ at }: { at: Date }) {
  const format = useFormatter()
  return <time dateTime={at.toISOString()}>{format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })}</time>
}
