'use client'
import { useTheme } from 'next-themes'
import { useEffect } from 'react'
import { renewSession } from '@/components/auth/session-client'

const dayMs = 24 * 60 * 60 * 1000
const lastKey = 'etappe-session-renewed'

/** A session ends thirty days after the last visit, so a visit moves its end, once a day. Also brings the account's theme to a new browser. */
export function KeepSession({ theme }: { theme: 'light' | 'dark' | 'system' | undefined }) {
  const { setTheme } = useTheme()
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
