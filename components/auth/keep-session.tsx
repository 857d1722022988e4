'use client'
import { useMutation } from '@tanstack/react-query'
import { useParams } from 'next/navigation'
import { useTheme } from 'next-themes'
import { useEffect, useRef } from 'react'
import { renewSession } from '@/components/auth/session-client'
import { useTRPC } from '@/components/trpc/client'

const dayMs = 24 * 60 * 60 * 1000
const lastKey = 'etappe-session-renewed'

interface Props {
  theme: 'light' | 'dark' | 'system' | undefined
  lastWorkspace: string | undefined
}

/** A session ends thirty days after the last visit, so a visit moves its end, once a day. Also keeps account and browser of one mind. */
export function KeepSession({ theme, lastWorkspace }: Props) {
  const { setTheme } = useTheme()
  useRememberedWorkspace(lastWorkspace)

  useEffect(() => {
    if (theme && localStorage.getItem('etappe-theme') === null) setTheme(theme)
  }, [theme, setTheme])

  useEffect(() => {
    const renew = () => {
      if (document.hidden || Date.now() - Number(localStorage.getItem(lastKey) ?? 0) < dayMs) return
      localStorage.setItem(lastKey, String(Date.now()))
      renewSession().catch(() => localStorage.removeItem(lastKey))
    }
    renew()
    document.addEventListener('visibilitychange', renew)
    return () => document.removeEventListener('visibilitychange', renew)
  }, [])
  return null
}

/** The next visit begins where this one ends. */
function useRememberedWorkspace(last: string | undefined): void {
  const { workspace } = useParams<{ workspace?: string }>()
  const remembered = useRef(last)
  const trpc = useTRPC()
  const { mutate } = useMutation(trpc.account.setPreference.mutationOptions())
  useEffect(() => {
    if (workspace === undefined || workspace === remembered.current) return
    remembered.current = workspace
    mutate({ key: 'lastWorkspace', value: workspace })
  }, [workspace, mutate])
}
