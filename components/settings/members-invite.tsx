'use client'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormatter, useProblemText, useText } from '@/components/i18n/use-text'
import type { ShownLink } from '@/components/settings/members-link'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { TextInput } from '@/components/ui/text-input'
import { showError, showSuccess } from '@/components/ui/toast'
import { type Role, roles } from '@/server/domain/access/access.rules'
import { email as emailSchema } from '@/server/domain/members/account.schema'

interface Props {
  workspace: string
  onMade: (link: ShownLink) => void
}

/** Makes invitations and lists those that nobody has accepted yet. */
export function MembersInvite({ workspace, onMade }: Props) {
  const text = useText('members')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [role, setRole] = useState<Role>('editor')
  const [email, setEmail] = useState('')
  const [error, setError] = useState<string>()
  const invite = useMutation(
    trpc.members.invite.mutationOptions({
      onError: (problem) => showError(problemText(problem)),
      onSuccess: (made) => {
        setEmail('')
        onMade({ kind: 'invite', ...made })
      },
      onSettled: () => queryClient.invalidateQueries(trpc.members.invites.queryFilter({ workspace })),
    }),
  )
  function send(): void {
    const isOpen = email.trim() === ''
    const isBad = !isOpen && !emailSchema.safeParse(email).success
    setError(isBad ? text('invite.badEmail') : undefined)
    if (!isBad) invite.mutate({ workspace, role, email: isOpen ? null : email })
  }
  return (
    <section aria-labelledby="invite" className="mt-10">
      <h3 id="invite">{text('invite.title')}</h3>
      <p className="mt-1 max-w-[64ch] text-ink-2">{text('invite.lead')}</p>
      <form
        noValidate
        className="mt-4 flex flex-wrap items-start gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (!invite.isPending) send()
        }}
      >
        <Select
          label={text('column.role')}
          className="w-44"
          value={role}
          onValueChange={setRole}
          items={roles.map((value) => ({ value, label: text(`role.${value}`), description: text(`roleHelp.${value}`) }))}
        />
        <TextInput
          label={text('invite.email')}
          help={text('invite.emailHelp')}
          className="w-72 max-w-full"
          type="email"
          autoComplete="off"
          value={email}
          onValueChange={setEmail}
          error={error}
        />
        <Button type="submit" variant="primary" loading={invite.isPending} className="mt-5.75">
          {text('invite.action')}
        </Button>
      </form>
      <OpenInvites workspace={workspace} />
    </section>
  )
}

function OpenInvites({ workspace }: { workspace: string }) {
  const text = useText('members')
  const problemText = useProblemText()
  const format = useFormatter()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { data: invites } = useSuspenseQuery(trpc.members.invites.queryOptions({ workspace }))
  const revoke = useMutation(
    trpc.members.revokeInvite.mutationOptions({
      onError: (problem) => showError(problemText(problem)),
      onSuccess: () => showSuccess(text('invite.revoked')),
      onSettled: () => queryClient.invalidateQueries(trpc.members.invites.queryFilter({ workspace })),
    }),
  )
  if (invites.length === 0) return null
  return (
    <div className="mt-8">
      <h4 className="text-sm font-[550]">{text('invite.open')}</h4>
      <Table label={text('invite.open')} className="mt-2">
        <thead>
          <tr>
            <Th>{text('invite.for')}</Th>
            <Th>{text('column.role')}</Th>
            <Th>{text('invite.by')}</Th>
            <Th>{text('invite.until')}</Th>
            <Th>
              <span className="sr-only">{text('column.actions')}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {invites.map(({ id, email, role, invitedBy, expiresAt }) => (
            <Tr key={id}>
              <Td>{email ?? text('invite.anybody')}</Td>
              <Td>{text(`role.${role}`)}</Td>
              <Td>{invitedBy ?? '–'}</Td>
              <Td className="whitespace-nowrap text-ink-2">
                {format.dateTime(expiresAt, { dateStyle: 'medium', timeStyle: 'short' })}
              </Td>
              <Td className="text-end">
                <Button
                  size="sm"
                  variant="quiet"
                  aria-label={text('invite.revokeOf', { name: email ?? text(`role.${role}`) })}
                  loading={revoke.isPending && revoke.variables?.id === id}
                  onClick={() => revoke.mutate({ workspace, id })}
                >
                  {text('invite.revoke')}
                </Button>
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
