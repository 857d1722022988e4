'use client'

import { useEffect } from 'react'
import { useWorkspace } from '@/components/shell/workspace'

export interface Visit {
  readonly href: string
  readonly title: string
}
const kept = 6
const storeKey = (slug: string) => `etappe-recent-${slug}`

/** What was opened last in this browser, newest first. Empty where the browser keeps nothing. */
export function readVisits(slug: string): Visit[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storeKey(slug)) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isVisit).slice(0, kept) : []
  } catch {
    return []
  }
}

const isVisit = (value: unknown): value is Visit =>
  typeof value === 'object' &&
  value !== null &&
  'href' in value &&
  'title' in value &&
  typeof value.href === 'string' &&
  typeof value.title === 'string'

export function rememberVisit(slug: string, visit: Visit): void {
  try {
    const others = readVisits(slug).filter(({ href }) => href !== visit.href)
    localStorage.setItem(storeKey(slug), JSON.stringify([visit, ...others].slice(0, kept)))
  } catch {
    // A browser that keeps nothing only loses the list.
  }
}

/** For pages worth coming back to: an item, an import. */
export function useRememberVisit(visit: Visit | null): void {
  const { slug } = useWorkspace()
  const href = visit?.href
  const title = visit?.title
  useEffect(() => {
    if (href && title) rememberVisit(slug, { href, title })
  }, [slug, href, title])
}
