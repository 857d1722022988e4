'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { useText } from '@/components/i18n/use-text'
import { Page } from '@/components/shell/page'
import { type SettingsKey, settingsPlaces } from '@/components/shell/settings-places'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import { MenuGroup, MenuLink } from '@/components/ui/menu-items'

const groups = ['vocabulary', 'workspace', 'person'] as const

/** The sections of the settings beside the one that is open; on phones as a menu above it. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const text = useText('shell')
  const groupText = useText('settings.group')
  const { base, can } = useWorkspace()
  const part = usePathname().split('/')[3]
  const places = settingsPlaces.filter(({ ability }) => ability === undefined || can(ability))
  const current = places.find(({ key }) => key === part)?.key
  const href = (key: SettingsKey) => `${base}/settings/${key}`
  return (
    <Page title={text('nav.settings')} width="table">
      <div className="flex min-w-0 flex-col gap-x-10 gap-y-5 lg:flex-row">
        <nav aria-label={text('nav.settings')} className="hidden w-44 shrink-0 lg:block">
          {groups.map((group) => (
            <div key={group} className="mb-5">
              <h2 className="mb-1 px-2.5 font-sans text-xs font-normal tracking-normal text-ink-3">{groupText(group)}</h2>
              <ul className="flex flex-col gap-0.5">
                {places
                  .filter((place) => place.group === group)
                  .map(({ key }) => (
                    <li key={key}>
                      <Link
                        href={href(key)}
                        aria-current={current === key ? 'page' : undefined}
                        className="flex min-h-8 items-center rounded-md px-2.5 text-ink-2 hover:text-ink aria-[current=page]:bg-ink/6 aria-[current=page]:font-medium aria-[current=page]:text-ink"
                      >
                        {text(`settings.${key}`)}
                      </Link>
                    </li>
                  ))}
              </ul>
            </div>
          ))}
        </nav>
        <div data-print="hide" className="lg:hidden">
          <Menu
            trigger={<Button>{current ? groupText('open', { name: text(`settings.${current}`) }) : text('nav.settings')}</Button>}
          >
            {groups.map((group) => (
              <MenuGroup key={group} label={groupText(group)}>
                {places
                  .filter((place) => place.group === group)
                  .map(({ key }) => (
                    <MenuLink key={key} href={href(key)} current={current === key}>
                      {text(`settings.${key}`)}
                    </MenuLink>
                  ))}
              </MenuGroup>
            ))}
          </Menu>
        </div>
        <div className="min-w-0 max-w-200 flex-1">{children}</div>
      </div>
    </Page>
  )
}

/** One section: its name, a sentence, what can be done, the rest. */
export function SettingsSection({
  title,
  lead,
  actions,
  children,
}: {
  title: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <section>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <div className="me-auto min-w-0 max-w-140">
          <h2 className="text-2xl">{title}</h2>
          {lead ? <p className="mt-1 text-ink-2 text-pretty">{lead}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </div>
      <div className="mt-5">{children}</div>
    </section>
  )
}
