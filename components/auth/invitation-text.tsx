'use client'
import { useText } from '@/components/i18n/use-text'
import type { Role } from '@/server/domain/access/access.rules'

export interface ShownInvitation {
  workspace: string
  role: Role
  email: string | null
  invitedBy: string | null
}

/** Who invites to what, and what one may do there. */
export function InvitationText({ invitation: { workspace, role, invitedBy } }: { invitation: ShownInvitation }) {
  const text = useText()
  return (
    <>
      <h1>{text('auth.invite.heading', { workspace })}</h1>
      <p className="mt-3 max-w-[60ch] text-ink-2">
        {invitedBy ? text('auth.invite.by', { name: invitedBy, workspace }) : text('auth.invite.byNobody', { workspace })}{' '}
        {text('auth.invite.role', { role: text(`members.role.${role}`) })} {text(`members.roleHelp.${role}`)}
      </p>
    </>
  )
}
