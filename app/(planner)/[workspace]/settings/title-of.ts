import type { Metadata } from 'next'
import type { SettingsKey } from '@/components/shell/settings-places'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

/** The title of a section's page. */
export async function titleOf(key: SettingsKey): Promise<Metadata> {
  const text = translatorOf((await requestContext()).locale)
  return { title: `${text(`shell.settings.${key}`)} · ${text('shell.nav.settings')}` }
}
