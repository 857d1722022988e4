'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTheme } from 'next-themes'
import { useEffect, useState, useTransition } from 'react'
import { useProblemText } from '@/components/i18n/use-text'
import { usePreference } from '@/components/shell/use-preference'
import { useTRPC } from '@/components/trpc/client'
import { showError } from '@/components/ui/toast'
import type { Locale } from '@/server/domain/wire.schema'

export const themes = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themes)[number]
export const densities = ['comfortable', 'compact'] as const
export type Density = (typeof densities)[number]

/** Light, dark or as the system: in this browser at once, and with the account for the next one. */
export function useThemeChoice(): [ThemeChoice, (theme: ThemeChoice) => void] {
  const { theme, setTheme } = useTheme()
  const [, remember] = usePreference<string>('theme', 'system')
  // Only the browser knows; until it has spoken both sides say the same.
  const [isHere, setIsHere] = useState(false)
  useEffect(() => setIsHere(true), [])
  const choice = themes.find((known) => isHere && known === theme) ?? 'system'
  return [
    choice,
    (next) => {
      setTheme(next)
      remember(next)
    },
  ]
}

export function useDensity(): [Density, (density: Density) => void] {
  const [stored, remember] = usePreference<string>('density', 'comfortable')
  return [
    densities.find((known) => known === stored) ?? 'comfortable',
    (next) => {
      document.documentElement.dataset.density = next
      remember(next)
    },
  ]
}

/** Changes the language of the interface. Only the texts are fetched anew: what is typed stays where it is. */
export function useChooseLanguage(): { choose: (language: Locale) => void; isPending: boolean } {
  const trpc = useTRPC()
  const router = useRouter()
  const queries = useQueryClient()
  const problemText = useProblemText()
  const [isRefreshing, begin] = useTransition()
  const edit = useMutation(
    trpc.account.edit.mutationOptions({
      onSuccess: () => {
        begin(() => router.refresh())
        return queries.invalidateQueries(trpc.account.me.pathFilter())
      },
      onError: (error) => showError(problemText(error)),
    }),
  )
  return { choose: (language) => edit.mutate({ locale: language }), isPending: edit.isPending || isRefreshing }
}
