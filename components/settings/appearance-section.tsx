'use client'

import { useLanguage, useText } from '@/components/i18n/use-text'
import { SettingsSection } from '@/components/settings/settings-frame'
import { useShell } from '@/components/shell/shell-actions'
import { densities, themes, useChooseLanguage, useDensity, useThemeChoice } from '@/components/shell/use-personal'
import { usePreference } from '@/components/shell/use-preference'
import { Button } from '@/components/ui/button'
import { RadioGroup } from '@/components/ui/radio-group'
import { Switch } from '@/components/ui/switch'
import { locale } from '@/server/domain/wire.schema'

/** How the program looks and listens for one person; each choice holds at once. */
export function AppearanceSection() {
  const text = useText('settings.appearance')
  const names = useText('shell')
  const language = useLanguage()
  const { choose, isPending } = useChooseLanguage()
  const [theme, setTheme] = useThemeChoice()
  const [density, setDensity] = useDensity()
  const [singleKeys, setSingleKeys] = usePreference<boolean>('singleKeys', true)
  const { openShortcuts } = useShell()
  return (
    <SettingsSection title={text('title')} lead={text('lead')}>
      <div className="flex max-w-140 flex-col gap-7">
        <RadioGroup
          label={names('user.language')}
          look="row"
          value={language}
          disabled={isPending}
          onValueChange={choose}
          options={locale.options.map((value) => ({ value, label: names(`user.languages.${value}`) }))}
        />
        <RadioGroup
          label={names('user.theme')}
          look="row"
          value={theme}
          onValueChange={setTheme}
          options={themes.map((value) => ({ value, label: names(`user.themes.${value}`) }))}
        />
        <RadioGroup
          label={names('user.density')}
          look="row"
          value={density}
          onValueChange={setDensity}
          options={densities.map((value) => ({ value, label: names(`user.densities.${value}`), help: text(`${value}Help`) }))}
        />
        <div className="flex flex-col items-start gap-3">
          <Switch
            label={names('shortcut.singleKeys')}
            help={names('shortcut.singleKeysHelp')}
            value={singleKeys}
            onValueChange={setSingleKeys}
          />
          <Button onClick={openShortcuts}>{text('showShortcuts')}</Button>
        </div>
      </div>
    </SettingsSection>
  )
}
