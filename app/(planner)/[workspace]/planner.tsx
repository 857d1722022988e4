'use client'

import type { ReactNode } from 'react'
import { signOut } from '@/components/auth/session-client'
import { Wordmark } from '@/components/auth/wordmark'
import { Bell } from '@/components/notifications/bell'
import { InZone } from '@/components/shell/in-zone'
import { Shell } from '@/components/shell/shell'
import { WorkspaceProvider } from '@/components/shell/workspace'
import type { Role } from '@/server/domain/access/access.rules'

interface Props {
  slug: string
  role: Role
  userId: string
  children: ReactNode
}

const leave = () => void signOut()

/** A workspace around its screens. */
export function Planner({ children, ...workspace }: Props) {
  return (
    <WorkspaceProvider {...workspace}>
      <InZone>
        <Shell mark={<Wordmark />} bell={<Bell />} onSignOut={leave}>
          {children}
        </Shell>
      </InZone>
    </WorkspaceProvider>
  )
}
