import { type FormValues, readValues } from '@/components/item/form-values'

/** What was typed, as this browser keeps it until the server has it. */
export interface KeptDraft {
  readonly baseRevision: number
  readonly edit: FormValues
  /** Milliseconds. */
  readonly savedAt: number
}

const prefix = 'etappe-draft'
const storeKey = (place: string) => `${prefix} ${place}`

/** `place` names workspace, person and item, so that people who share a browser do not read each other's. */
export const placeOf = (workspace: string, userId: string, draftId: string): string => `${workspace} ${userId} ${draftId}`

export function readKept(place: string): KeptDraft | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storeKey(place)) ?? 'null')
    if (typeof stored !== 'object' || stored === null || !('edit' in stored) || !('savedAt' in stored)) return null
    if (typeof stored.edit !== 'object' || stored.edit === null || typeof stored.savedAt !== 'number') return null
    const baseRevision = 'baseRevision' in stored && typeof stored.baseRevision === 'number' ? stored.baseRevision : 0
    return { baseRevision, edit: readValues({ ...stored.edit }), savedAt: stored.savedAt }
  } catch {
    return null
  }
}

/** False where the browser keeps nothing or has no room. */
export function writeKept(place: string, draft: KeptDraft): boolean {
  try {
    localStorage.setItem(storeKey(place), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

/** With `upTo`, only when nothing has been typed since that was kept. */
export function dropKept(place: string, upTo?: number): void {
  try {
    if (upTo === undefined || (readKept(place)?.savedAt ?? 0) <= upTo) localStorage.removeItem(storeKey(place))
  } catch {
    // Nothing was kept, so nothing is to be dropped.
  }
}

/** New items that this browser alone knows of: the ids of their drafts. */
export function keptNewItems(workspace: string, userId: string): string[] {
  try {
    const start = storeKey(placeOf(workspace, userId, 'new:'))
    return Object.keys(localStorage).flatMap((key) =>
      key.startsWith(start) ? [key.slice(storeKey(placeOf(workspace, userId, '')).length)] : [],
    )
  } catch {
    return []
  }
}
