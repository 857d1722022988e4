import type { Localized } from '@/server/domain/wire.schema'
import type { stepNeeds } from '@/server/domain/workflow/step.schema'
import { both } from '@/server/presets/preset'

/** What a step can ask for, as the item's form calls it. */
export const needNames: Readonly<Record<(typeof stepNeeds)[number], Localized>> = {
  ownerId: both('Owner', 'Zuständig'),
  purpose: both('Purpose', 'Zweck'),
  locale: both('Language', 'Sprache'),
  url: both('Address', 'Adresse'),
  body: both('Text', 'Text'),
  plannedFor: both('Planned for', 'Geplant für'),
  dueOn: both('Due', 'Fällig'),
  'tags.phase': both('Phases', 'Phasen'),
  'tags.channel': both('Channels', 'Kanäle'),
  'tags.persona': both('Personas', 'Personas'),
  'tags.topic': both('Topics', 'Themen'),
  brief: both('Brief', 'Briefing'),
  briefChecklist: both('Checklist of the brief', 'Checkliste des Briefings'),
}
