'use client'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { type ReactNode, useMemo } from 'react'
import { KeepSession } from '@/components/auth/keep-session'
import { SessionEnded } from '@/components/auth/session-ended'
import { TextProvider } from '@/components/i18n/provider'
import { useText } from '@/components/i18n/use-text'
import { Theme } from '@/components/shell/theme'
import { TRPCProvider } from '@/components/trpc/client'
import { UiProvider } from '@/components/ui/ui-provider'
import type { UiWords } from '@/components/ui/ui-words'
import type { Locale } from '@/server/domain/wire.schema'

interface Props {
  nonce?: string
  locale: Locale
  messages: Record<string, unknown>
  timeZone: string
  now: Date
  /** Of whoever is signed in; null for strangers. */
  email: string | null
  /** As the account remembers it, for a browser that does not. */
  theme: 'light' | 'dark' | 'system' | undefined
  children: ReactNode
}

/** Everything that components need from above. */
export function Providers({ nonce, email, theme, children, ...texts }: Props) {
  return (
    <NuqsAdapter>
      <Theme nonce={nonce}>
        <TRPCProvider>
          <TextProvider {...texts}>
            <WithWords nonce={nonce}>
              {children}
              {email === null ? null : (
                <>
                  <KeepSession theme={theme} />
                  <SessionEnded email={email} />
                </>
              )}
            </WithWords>
          </TextProvider>
        </TRPCProvider>
      </Theme>
    </NuqsAdapter>
  )
}

function WithWords({ nonce, children }: Pick<Props, 'nonce' | 'children'>) {
  const text = useText('ui')
  const words = useMemo<UiWords>(
    () => ({
      close: text('close'),
      clear: text('clear'),
      cancel: text('cancel'),
      required: text('required'),
      loading: text('loading'),
      noMatches: text('noMatches'),
      showOptions: text('showOptions'),
      remove: (name) => text('remove', { name }),
      create: (query) => text('create', { query }),
      selectedCount: (count) => text('selectedCount', { count }),
      openCalendar: text('openCalendar'),
      previousMonth: text('previousMonth'),
      nextMonth: text('nextMonth'),
      unreadableDay: text('unreadableDay'),
      unreadableTime: text('unreadableTime'),
      notifications: text('notifications'),
      dismiss: text('dismiss'),
      stepDone: text('stepDone'),
      sorted: { ascending: text('sorted.ascending'), descending: text('sorted.descending') },
    }),
    [text],
  )
  return (
    <UiProvider nonce={nonce} words={words}>
      {children}
    </UiProvider>
  )
}
