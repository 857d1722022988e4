'use client'

import { Ellipsis } from 'lucide-react'
import { ColumnMenu } from '@/components/content/column-menu'
import { ExportItems, ExportMenu } from '@/components/content/export-menu'
import type { ColumnLayout } from '@/components/content/use-columns'
import { useText } from '@/components/i18n/use-text'
import { NewContent } from '@/components/shell/new-content'
import { useWorkspace } from '@/components/shell/workspace'
import { IconButton } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Menu } from '@/components/ui/menu'
import { MenuGroup, MenuLink, MenuSeparator } from '@/components/ui/menu-items'
import { ViewsMenu } from '@/components/views/views-menu'

/** What can be done with the table. On a phone the lesser things are one button, and there are no columns to choose. */
export function ContentActions({ layout }: { layout: ColumnLayout }) {
  const text = useText('table')
  const fresh = useText('publication.view')
  const { base, can } = useWorkspace()
  const [mayImport, mayExport] = [can('import.run'), can('item.export')]
  return (
    <>
      <ViewsMenu
        screen="content"
        more={[
          { definition: 'stale=yes', name: fresh('stale') },
          { definition: 'owner=me&stale=yes', name: fresh('staleMine') },
          { definition: 'reviewBy=next30d&status=published', name: fresh('soon') },
          { definition: 'trash=yes', name: text('trash') },
        ]}
      />
      <span className="hidden flex-wrap items-center gap-2 sm:flex">
        <ColumnMenu layout={layout} />
        {mayExport ? <ExportMenu /> : null}
        {mayImport ? <LinkButton href={`${base}/import`}>{text('import')}</LinkButton> : null}
      </span>
      {mayExport || mayImport ? (
        <span className="sm:hidden">
          <Menu align="end" trigger={<IconButton icon={<Ellipsis aria-hidden />} label={text('more')} variant="plain" />}>
            {mayImport ? <MenuLink href={`${base}/import`}>{text('import')}</MenuLink> : null}
            {mayImport && mayExport ? <MenuSeparator /> : null}
            {mayExport ? (
              <MenuGroup label={text('export')}>
                <ExportItems />
              </MenuGroup>
            ) : null}
          </Menu>
        </span>
      ) : null}
      <NewContent>{text('new')}</NewContent>
    </>
  )
}
