'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { ChevronDown, Plus } from 'lucide-react'
import type { ReactElement } from 'react'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Menu } from '@/components/ui/menu'
import { MenuGroup, MenuLink, MenuSeparator } from '@/components/ui/menu-items'

/** From one workspace to another, and to a new one for whoever may make it. */
export function WorkspaceSwitcher({ trigger }: { trigger?: ReactElement }) {
  const text = useText('shell.switcher')
  const trpc = useTRPC()
  const { name, slug } = useWorkspace()
  const { data: workspaces } = useSuspenseQuery(trpc.workspaces.mine.queryOptions())
  const { data: account } = useSuspenseQuery(trpc.account.me.queryOptions())
  const button = trigger ?? (
    <button
      type="button"
      aria-label={text('label', { name })}
      className="flex min-h-9 w-full min-w-0 items-center gap-2 rounded-md border border-line-2 bg-sheet px-2.5 text-start font-medium hover:border-control"
    >
      <span className="min-w-0 flex-1 truncate">{name}</span>
      <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-3" />
    </button>
  )
  return (
    <Menu trigger={button}>
      <MenuGroup label={text('heading')}>
        {workspaces.map((workspace) => (
          <MenuLink key={workspace.slug} href={`/${workspace.slug}/coverage`} current={workspace.slug === slug}>
            {workspace.name}
          </MenuLink>
        ))}
      </MenuGroup>
      {account.mayCreateWorkspace ? (
        <>
          <MenuSeparator />
          <MenuLink href="/workspaces/new" icon={<Plus aria-hidden />}>
            {text('create')}
          </MenuLink>
        </>
      ) : null}
    </Menu>
  )
}
