'use client'
import Link from 'next/link'
import { signOut } from '@/components/auth/session-client'
import { useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import type { OwnWorkspace } from '@/server/domain/workspaces/workspace.schema'

interface Props {
  workspaces: readonly OwnWorkspace[]
  mayCreate: boolean
}

export function OwnWorkspaces({ workspaces, mayCreate }: Props) {
  const text = useText()
  const actions = (
    <>
      {mayCreate ? (
        <LinkButton href="/workspaces/new" variant={workspaces.length === 0 ? 'primary' : 'plain'}>
          {text('workspace.new.title')}
        </LinkButton>
      ) : null}
      <Button onClick={() => void signOut()}>{text('profile.security.signOut')}</Button>
    </>
  )
  return (
    <div className="max-w-160">
      <h1>{text('workspace.own.title')}</h1>
      {workspaces.length === 0 ? (
        <EmptyState title={text('workspace.own.none')} actions={actions}>
          {text(mayCreate ? 'workspace.own.noneCreate' : 'workspace.own.noneAsk')}
        </EmptyState>
      ) : (
        <>
          <ul className="mt-6 mb-6 border-t">
            {workspaces.map(({ slug, name, role }) => (
              <li key={slug} className="border-b">
                <Link
                  href={`/${slug}/coverage`}
                  className="flex min-h-11 items-center justify-between gap-4 px-1 hover:bg-ink/2.5"
                >
                  <span className="font-medium">{name}</span>
                  <span className="text-sm text-ink-2">{text(`members.role.${role}`)}</span>
                </Link>
              </li>
            ))}
          </ul>
          <div className="flex flex-wrap gap-2">{actions}</div>
        </>
      )}
    </div>
  )
}
