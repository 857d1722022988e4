import { type Role, roles } from '@/server/domain/access/access.rules'
import { type KeptChoices, keptChoices, type NewsKind, type Way } from '@/server/domain/notifications/notification.schema'

/** One digest a day, and a mail at once for what cannot wait until tomorrow. */
export const usualWays: Readonly<Record<NewsKind, Way>> = {
  assigned: 'digest',
  mentioned: 'mail',
  answered: 'digest',
  due: 'digest',
  approved: 'digest',
  approvalVoided: 'mail',
  publishFailed: 'mail',
  gapOpened: 'digest',
  freshness: 'digest',
  hookStopped: 'mail',
}

/** As stored; what cannot be read counts as never chosen. */
export function choicesOf(stored: unknown): KeptChoices {
  const read = keptChoices.safeParse(stored ?? {})
  return read.success ? read.data : keptChoices.parse({})
}

export const wayOf = ({ ways }: Pick<KeptChoices, 'ways'>, kind: NewsKind): Way => ways[kind] ?? usualWays[kind]

/** How it reaches the person's mail box. */
export function mailWayOf(choices: Pick<KeptChoices, 'ways' | 'isMailOff'>, kind: NewsKind): 'digest' | 'mail' | null {
  const chosen = wayOf(choices, kind)
  return choices.isMailOff || chosen === 'off' || chosen === 'program' ? null : chosen
}

/** Leads hear of every gap that must be closed unless they say otherwise. */
export const wantsMustGaps = ({ mustGaps }: Pick<KeptChoices, 'mustGaps'>, role: Role): boolean =>
  mustGaps ?? roles.indexOf(role) >= roles.indexOf('lead')

export function followsGap(
  choices: Pick<KeptChoices, 'phases' | 'mustGaps'>,
  role: Role,
  gap: { readonly phase: string | null; readonly severity: string },
): boolean {
  if (gap.severity === 'must' && wantsMustGaps(choices, role)) return true
  return gap.phase !== null && choices.phases.includes(gap.phase)
}
