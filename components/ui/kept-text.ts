'use client'

import { useSyncExternalStore } from 'react'

const prefix = 'etappe.unsent.'

/** What was typed at a place and not sent: this window keeps it, so neither another tab of the page nor loading it anew loses it. */
export function keptText(place: string): string {
  try {
    return sessionStorage.getItem(prefix + place) ?? ''
  } catch {
    return ''
  }
}

export function keepText(place: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(prefix + place)
    else sessionStorage.setItem(prefix + place, text)
  } catch {
    // No room, or none wanted: then it is kept as long as the field is there.
  }
}

const nothingTells = () => () => undefined
const nothing = () => ''

/** The same while rendering; empty until the page has come to life, as the server knows of none. */
export const useKeptText = (place: string): string => useSyncExternalStore(nothingTells, () => keptText(place), nothing)
