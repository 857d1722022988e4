import type { ImportState } from '@/server/domain/exchange/import-run.schema'

export const importSteps = ['file', 'columns', 'values', 'check', 'result'] as const
export type ImportStep = (typeof importSteps)[number]

export const isImportStep = (text: string): text is ImportStep => importSteps.some((step) => step === text)

/** What has begun cannot be settled anew: only its result is left to look at. */
export const isSettled = (state: ImportState): boolean => state !== 'draft'
export const isMoving = (state: ImportState): boolean => state === 'queued' || state === 'running' || state === 'cancelling'
