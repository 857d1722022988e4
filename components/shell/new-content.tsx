'use client'

import { ChevronDown } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { useText } from '@/components/i18n/use-text'
import { useWritten } from '@/components/shell/platform'
import { useWorkspace } from '@/components/shell/workspace'
import { IconButton } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Menu } from '@/components/ui/menu'
import { MenuLink } from '@/components/ui/menu-items'

interface Props {
  children: ReactNode
  icon?: ReactElement
  /** The campaign that it is begun in. */
  campaign?: string
}

/** Beginning content, for those who may; the menu beside it begins with a brief instead. */
export function NewContent({ children, icon, campaign }: Props) {
  const text = useText('shell')
  const written = useWritten()
  const { base, can } = useWorkspace()
  if (!can('item.create')) return null
  const named = campaign === undefined ? '' : `?${new URLSearchParams({ campaign })}`
  return (
    <span className="inline-flex">
      <LinkButton
        variant="primary"
        prefetch={false}
        icon={icon}
        className={icon ? 'rounded-e-none max-sm:px-2' : 'rounded-e-none'}
        href={`${base}/content/new${named}`}
        aria-keyshortcuts={campaign === undefined ? written('newItem') : undefined}
      >
        {children}
      </LinkButton>
      <Menu
        align="end"
        trigger={
          <IconButton
            variant="primary"
            className="-ms-px w-7 rounded-s-none border-s-accent-ink/40"
            icon={<ChevronDown aria-hidden />}
            label={text('newMore')}
          />
        }
      >
        <MenuLink href={`${base}/briefs/new${named}`}>{text('newBrief')}</MenuLink>
      </Menu>
    </span>
  )
}
