'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useText } from '@/components/i18n/use-text'
import { SettingsSection } from '@/components/settings/settings-frame'
import type { SettingsKey } from '@/components/shell/settings-places'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { type Ability, leastRoleFor } from '@/server/domain/access/access.rules'

interface Props {
  section: SettingsKey
  ability: Ability
}

/** In the place of a section that the role does not open: which role does, and who can give it. */
export function NoRights({ section, ability }: Props) {
  const text = useText('settings.noRights')
  const nameText = useText('shell.settings')
  const roleText = useText('members.role')
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  const { data: members } = useSuspenseQuery(trpc.members.list.queryOptions({ workspace: slug }))
  const admins = members.filter(({ role }) => role === 'admin').map(({ name }) => name)
  return (
    <SettingsSection title={nameText(section)} lead={text('needed', { role: roleText(leastRoleFor(ability)) })}>
      <p className="max-w-140">{text('ask', { names: admins.join(', '), count: admins.length })}</p>
    </SettingsSection>
  )
}
