'use client'

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useFormatter, useProblemText, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Checkbox } from '@/components/ui/checkbox'
import { useAnnounce } from '@/components/ui/live-region'
import { MultiCombobox } from '@/components/ui/multi-combobox'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { RowTh, Table, Td, Th, Tr } from '@/components/ui/table'
import { showError } from '@/components/ui/toast'
import { type ChoicesEdit, newsKinds, ways } from '@/server/domain/notifications/notification.schema'

/** How somebody wants to hear of what: each choice is saved as it is made. */
export function Choices() {
  const text = useText('notifications')
  const own = useText('notifications.choices')
  const format = useFormatter()
  const trpc = useTRPC()
  const { slug: workspace, choices: termsOf, nameOf, role } = useWorkspace()
  const { data: choices } = useSuspenseQuery(trpc.notifications.choices.queryOptions({ workspace }))
  const save = useSaveChoices()
  const kinds = newsKinds.filter((kind) => kind !== 'hookStopped' || role === 'admin')
  const usable = ways.filter((way) => choices.canMail || way === 'off' || way === 'program')
  return (
    <div className="flex flex-col gap-8">
      {choices.refused ? (
        <Notice tone="warning" title={own('refused')}>
          {own('refusedText', {
            day: format.dateTime(choices.refused.at, { dateStyle: 'medium' }),
            reason: choices.refused.reason,
          })}
        </Notice>
      ) : null}
      <section aria-label={own('mail')}>
        {choices.canMail ? (
          <Switch
            label={own('mailOn')}
            help={own('mailOnHelp')}
            value={!choices.isMailOff}
            onValueChange={(isOn) => save({ isMailOff: !isOn })}
          />
        ) : (
          <Notice>{own('mailOff')}</Notice>
        )}
      </section>
      <Table label={own('kinds')} stacks>
        <thead>
          <tr>
            <Th>{own('kind')}</Th>
            <Th>{own('way')}</Th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => {
            const way = choices.ways[kind]
            return (
              <Tr key={kind}>
                <RowTh>
                  {text(`kind.${kind}`)}
                  <span className="block text-sm font-normal text-pretty text-ink-2">{text(`help.${kind}`)}</span>
                </RowTh>
                <Td>
                  <Select
                    label={own('wayOf', { kind: text(`kind.${kind}`) })}
                    labelHidden
                    className="w-full sm:w-72"
                    value={usable.includes(way) ? way : 'program'}
                    onValueChange={(next) => save({ ways: { [kind]: next } })}
                    items={usable.map((value) => ({ value, label: own(`ways.${value}`) }))}
                  />
                </Td>
              </Tr>
            )
          })}
        </tbody>
      </Table>
      <div className="flex max-w-120 flex-col gap-4">
        <MultiCombobox
          label={own('phases')}
          help={own('phasesHelp')}
          placeholder={own('phasesNone')}
          value={choices.phases}
          onValueChange={(phases) => save({ phases })}
          items={termsOf('phase').map(({ key }) => ({ value: key, label: nameOf('phase', key) }))}
        />
        <Checkbox label={own('mustGaps')} value={choices.mustGaps} onValueChange={(mustGaps) => save({ mustGaps })} />
      </div>
    </div>
  )
}

function useSaveChoices(): (edit: ChoicesEdit) => void {
  const own = useText('notifications.choices')
  const problemText = useProblemText()
  const announce = useAnnounce()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { slug: workspace } = useWorkspace()
  const key = trpc.notifications.choices.queryKey({ workspace })
  const mutation = useMutation(
    trpc.notifications.choose.mutationOptions({
      scope: { id: 'notifications.choose' },
      onMutate: async ({ choices: edit }) => {
        await queries.cancelQueries({ queryKey: key })
        queries.setQueryData(key, (current) => current && { ...current, ...edit, ways: { ...current.ways, ...edit.ways } })
      },
      onError: (error) => showError(problemText(error)),
      onSuccess: () => announce(own('saved')),
      onSettled: () => queries.invalidateQueries({ queryKey: key }),
    }),
  )
  return (choices) => mutation.mutate({ workspace, choices })
}
