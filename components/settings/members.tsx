'use client'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useFormatter, useProblemText, useText } from '@/components/i18n/use-text'
import { MembersInvite } from '@/components/settings/members-invite'
import { MembersLink, type ShownLink } from '@/components/settings/members-link'
import { SettingsSection } from '@/components/settings/settings-frame'
import { useTRPC } from '@/components/trpc/client'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { IconButton } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import { MenuItem } from '@/components/ui/menu-items'
import { Select } from '@/components/ui/select'
import { RowTh, Table, Td, Th, Tr } from '@/components/ui/table'
import { showError, showSuccess } from '@/components/ui/toast'
import { type Role, roles } from '@/server/domain/access/access.rules'
import { isLastAdmin } from '@/server/domain/members/member.rules'
import type { Member } from '@/server/domain/members/member.schema'

interface Props {
  workspace: string
  /** Of whoever looks. */
  role: Role
  userId: string
}

export function Members({ workspace, role, userId }: Props) {
  const text = useText('members')
  const format = useFormatter()
  const trpc = useTRPC()
  const { data: members } = useSuspenseQuery(trpc.members.list.queryOptions({ workspace }))
  const [leaving, setLeaving] = useState<Member | null>(null)
  const [link, setLink] = useState<ShownLink | null>(null)
  const { changeRole, remove, makeLink } = useMemberActions(workspace, setLink)
  const isAdmin = role === 'admin'
  return (
    <SettingsSection title={text('title')} lead={text('lead', { count: members.length })}>
      <Table label={text('title')}>
        <thead>
          <tr>
            <Th>{text('column.name')}</Th>
            <Th className="max-sm:hidden">{text('column.email')}</Th>
            <Th>{text('column.role')}</Th>
            <Th className="max-sm:hidden">{text('column.since')}</Th>
            <Th>
              <span className="sr-only">{text('column.actions')}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => {
            const isLast = isLastAdmin(members, member.userId)
            const isMe = member.userId === userId
            return (
              <Tr key={member.userId}>
                <RowTh>
                  {member.name}
                  {isMe ? <span className="ms-1.5 font-normal text-ink-3">{text('you')}</span> : null}
                  <span className="block text-sm font-normal break-all text-ink-2 sm:hidden">{member.email}</span>
                </RowTh>
                <Td className="max-sm:hidden">{member.email}</Td>
                <Td>
                  {isAdmin && !isLast ? (
                    <Select
                      label={text('roleOf', { name: member.name })}
                      labelHidden
                      look="bare"
                      className="-ms-2 w-36"
                      value={member.role}
                      onValueChange={(next) =>
                        changeRole.mutate({ workspace, userId: member.userId, role: next, revision: member.revision })
                      }
                      items={roles.map((value) => ({
                        value,
                        label: text(`role.${value}`),
                        description: text(`roleHelp.${value}`),
                      }))}
                    />
                  ) : (
                    <span title={isAdmin ? text('lastAdmin') : undefined}>{text(`role.${member.role}`)}</span>
                  )}
                </Td>
                <Td className="whitespace-nowrap text-ink-2 max-sm:hidden">
                  {format.dateTime(member.createdAt, { dateStyle: 'medium' })}
                </Td>
                <Td className="text-end">
                  {isAdmin || isMe ? (
                    <Menu
                      align="end"
                      trigger={
                        <IconButton size="sm" icon={<Ellipsis aria-hidden />} label={text('actionsOf', { name: member.name })} />
                      }
                    >
                      {isAdmin && !isMe ? (
                        <MenuItem onSelect={() => makeLink.mutate({ workspace, userId: member.userId })}>
                          {text('passwordLink')}
                        </MenuItem>
                      ) : null}
                      <MenuItem danger disabled={isLast} onSelect={() => setLeaving(member)}>
                        {text(isMe ? 'leave' : 'remove')}
                      </MenuItem>
                    </Menu>
                  ) : null}
                </Td>
              </Tr>
            )
          })}
        </tbody>
      </Table>
      {isAdmin ? <MembersInvite workspace={workspace} onMade={setLink} /> : null}
      <MembersLink link={link} onClose={() => setLink(null)} />
      <AlertDialog
        open={leaving !== null}
        onOpenChange={(open) => {
          if (!open) setLeaving(null)
        }}
        title={text(leaving?.userId === userId ? 'leaveTitle' : 'removeTitle', { name: leaving?.name ?? '' })}
        description={text(leaving?.userId === userId ? 'leaveExplanation' : 'removeExplanation')}
        action={text(leaving?.userId === userId ? 'leaveAction' : 'removeAction', { name: leaving?.name ?? '' })}
        pending={remove.isPending}
        onAction={() => {
          if (!leaving) return
          remove.mutate(
            { workspace, userId: leaving.userId },
            {
              onSuccess: (left) =>
                leaving.userId === userId ? location.assign('/') : showSuccess(text('removed', { name: leaving.name, ...left })),
              onSettled: () => setLeaving(null),
            },
          )
        }}
      />
    </SettingsSection>
  )
}

function useMemberActions(workspace: string, show: (link: ShownLink) => void) {
  const text = useText('members')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const onError = (error: unknown) => showError(problemText(error))
  const onSettled = () => queryClient.invalidateQueries(trpc.members.list.queryFilter({ workspace }))
  return {
    changeRole: useMutation(
      trpc.members.changeRole.mutationOptions({ onError, onSettled, onSuccess: () => showSuccess(text('roleChanged')) }),
    ),
    remove: useMutation(trpc.members.remove.mutationOptions({ onError, onSettled })),
    makeLink: useMutation(
      trpc.members.passwordLink.mutationOptions({ onError, onSuccess: (made) => show({ kind: 'reset', ...made }) }),
    ),
  }
}
