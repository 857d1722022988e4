'use client'

import { CircleUser, Keyboard, LogOut } from 'lucide-react'
import type { ReactElement } from 'react'
import { useFormatter, useLanguage, useText } from '@/components/i18n/use-text'
import { useWritten } from '@/components/shell/platform'
import { useUndo } from '@/components/shell/undo'
import { densities, themes, useChooseLanguage, useDensity, useThemeChoice } from '@/components/shell/use-personal'
import { useWorkspace } from '@/components/shell/workspace'
import { Menu } from '@/components/ui/menu'
import {
  MenuGroup,
  MenuItem,
  MenuLink,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuSubmenu,
} from '@/components/ui/menu-items'
import { locale } from '@/server/domain/wire.schema'

interface Props {
  trigger: ReactElement
  onSignOut: () => void
  onShortcuts: () => void
  side?: 'top' | 'right' | 'bottom'
}

/** What concerns the person and not the workspace, and the way back from recent changes. */
export function UserMenu({ trigger, onSignOut, onShortcuts, side = 'top' }: Props) {
  const text = useText('shell.user')
  const written = useWritten()
  const language = useLanguage()
  const { choose } = useChooseLanguage()
  const [theme, setTheme] = useThemeChoice()
  const [density, setDensity] = useDensity()
  const { base } = useWorkspace()
  return (
    <Menu trigger={trigger} side={side}>
      <MenuLink href={`${base}/settings/profile`} icon={<CircleUser aria-hidden />}>
        {text('profile')}
      </MenuLink>
      <MenuItem icon={<Keyboard aria-hidden />} shortcut={written('help')} onSelect={onShortcuts}>
        {text('shortcuts')}
      </MenuItem>
      <MenuSeparator />
      <MenuSubmenu label={text('language')}>
        <MenuRadioGroup label={text('language')} labelHidden value={language} onValueChange={choose}>
          {locale.options.map((option) => (
            <MenuRadioItem key={option} value={option}>
              {text(`languages.${option}`)}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuSubmenu>
      <MenuSubmenu label={text('theme')}>
        <MenuRadioGroup label={text('theme')} labelHidden value={theme} onValueChange={setTheme}>
          {themes.map((option) => (
            <MenuRadioItem key={option} value={option}>
              {text(`themes.${option}`)}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuSubmenu>
      <MenuSubmenu label={text('density')}>
        <MenuRadioGroup label={text('density')} labelHidden value={density} onValueChange={setDensity}>
          {densities.map((option) => (
            <MenuRadioItem key={option} value={option}>
              {text(`densities.${option}`)}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuSubmenu>
      <RecentChanges />
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden />} onSelect={onSignOut}>
        {text('signOut')}
      </MenuItem>
    </Menu>
  )
}

/** The toast with Undo goes after ten seconds; this stays until the page is left. */
function RecentChanges() {
  const text = useText('shell.user')
  const format = useFormatter()
  const { recent, undo } = useUndo()
  return (
    <MenuSubmenu label={text('recent')} disabled={recent.length === 0}>
      <MenuGroup label={text('recentHint')}>
        {recent.map(({ changeSet, message, at, state }) => (
          <MenuItem key={changeSet} disabled={state !== 'done'} onSelect={() => void undo(changeSet)}>
            {text('recentChange', { time: format.dateTime(at, { hour: '2-digit', minute: '2-digit' }), message })}
          </MenuItem>
        ))}
      </MenuGroup>
    </MenuSubmenu>
  )
}
