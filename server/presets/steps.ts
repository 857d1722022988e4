import type { Status } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Localized } from '@/server/domain/wire.schema'
import type { StepSettings } from '@/server/domain/workflow/step.schema'
import { both, derived, type Provenance } from '@/server/presets/preset'

export interface StepPreset extends Provenance {
  readonly key: string
  readonly kind: Status
  readonly approval?: StepSettings['approval']
  readonly name: Localized
  readonly synonyms: readonly string[]
}

/** The steps of a new workspace, in the order of work. */
export const stepPresets: readonly StepPreset[] = [
  { key: 'idea', kind: 'idea', name: both('Idea', 'Idee'), synonyms: ['Backlog', 'Vorschlag'], ...derived() },
  { key: 'planned', kind: 'planned', name: both('Planned', 'Geplant'), synonyms: ['To do', 'Offen', 'Scheduled'], ...derived() },
  {
    key: 'in_progress',
    kind: 'in_progress',
    name: both('In progress', 'In Arbeit'),
    synonyms: ['Draft', 'Entwurf', 'Doing', 'Writing', 'In Bearbeitung'],
    ...derived(),
  },
  {
    key: 'in_review',
    kind: 'in_review',
    name: both('In review', 'In Prüfung'),
    synonyms: ['Review', 'Freigabe', 'Pending', 'Abnahme'],
    ...derived(),
  },
  {
    key: 'approved',
    kind: 'in_review',
    name: both('Approved', 'Freigegeben'),
    synonyms: ['Abgenommen', 'Ready', 'Bereit', 'Ready to publish', 'Signed off'],
    approval: { role: 'editor', notAuthor: false },
    ...derived(),
  },
  {
    key: 'published',
    kind: 'published',
    name: both('Published', 'Veröffentlicht'),
    synonyms: ['Live', 'Online', 'Publish', 'Done', 'Public'],
    ...derived(),
  },
  {
    key: 'archived',
    kind: 'archived',
    name: both('Archived', 'Archiviert'),
    synonyms: ['Archive', 'Archiv', 'Offline genommen'],
    ...derived(),
  },
]
