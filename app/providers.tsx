'use client'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { type ComponentProps, type ReactNode, useMemo } from 'react'
import { Texts } from '@/app/_glue/texts'
import { KeepSession } from '@/components/auth/keep-session'
import { SessionEnded } from '@/components/auth/session-ended'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { Theme } from '@/components/shell/theme'
import { TRPCProvider } from '@/components/trpc/client'
import { UiProvider } from '@/components/ui/ui-provider'
import type { UiWords } from '@/components/ui/ui-words'
import type { Locale } from '@/server/domain/wire.schema'

interface Props {
  nonce?: string
  locale: Locale
  timeZone: string
  now: Date
  /** Null for strangers. */
  person: ({ email: string } & ComponentProps<typeof KeepSession>) | null
  children: ReactNode
}

/** Everything that components need from above. */
export function Providers({ nonce, person, children, ...texts }: Props) {
  return (
    <NuqsAdapter>
      <Theme nonce={nonce}>
        <TRPCProvider>
          <Texts {...texts}>
            <WithWords nonce={nonce}>
              {children}
              {person ? (
                <>
                  <KeepSession {...person} />
                  <SessionEnded email={person.email} />
                </>
              ) : null}
            </WithWords>
          </Texts>
        </TRPCProvider>
      </Theme>
    </NuqsAdapter>
  )
}

function WithWords({ nonce, children }: Pick<Props, 'nonce' | 'children'>) {
  const text = useText('ui')
  const language = useLanguage()
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
      pastDay: (day) => text('pastDay', { day }),
      tooEarlyDay: (day) => text('tooEarlyDay', { day }),
      tooLateDay: (day) => text('tooLateDay', { day }),
      nearLimit: (count, most) => text('nearLimit', { count, most }),
      tooLong: (count, most) => text('tooLong', { count, most, over: count - most }),
      unreadableTime: text('unreadableTime'),
      unreadableNumber: ({ isWhole, min, max }) => {
        const range = min === undefined ? 'any' : max === undefined ? 'from' : 'between'
        return text(`unreadableNumber.${range}`, { kind: isWhole ? 'whole' : 'other', min: min ?? 0, max: max ?? 0 })
      },
      language,
      notifications: text('notifications'),
      dismiss: text('dismiss'),
      stepDone: text('stepDone'),
      sorted: { ascending: text('sorted.ascending'), descending: text('sorted.descending') },
    }),
    [text, language],
  )
  return (
    <UiProvider nonce={nonce} words={words}>
      {children}
    </UiProvider>
  )
}
