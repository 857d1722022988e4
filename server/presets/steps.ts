import type { Status } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Localized } from '@/server/domain/wire.schema'
import { both, derived, type Provenance } from '@/server/presets/preset'

export interface StepPreset extends Provenance {
  /** Also its kind: a new workspace has one step of each. */
  readonly key: Status
  readonly name: Localized
  readonly synonyms: readonly string[]
}

/** The steps of a new workspace, in the order of work. */
export const stepPresets: readonly StepPreset[] = [
  { key: 'idea', name: both('Idea', 'Idee'), synonyms: ['Backlog', 'Vorschlag'], ...derived() },
  { key: 'planned', name: both('Planned', 'Geplant'), synonyms: ['To do', 'Offen', 'Scheduled'], ...derived() },
  {
    key: 'in_progress',
    name: both('In progress', 'In Arbeit'),
    synonyms: ['Draft', 'Entwurf', 'Doing', 'Writing', 'In Bearbeitung'],
    ...derived(),
  },
  {
    key: 'in_review',
    name: both('In review', 'In Prüfung'),
    synonyms: ['Review', 'Freigabe', 'Pending', 'Abnahme'],
    ...derived(),
  },
  {
    key: 'published',
    name: both('Published', 'Veröffentlicht'),
    synonyms: ['Live', 'Online', 'Publish', 'Done', 'Public'],
    ...derived(),
  },
  { key: 'archived', name: both('Archived', 'Archiviert'), synonyms: ['Archive', 'Archiv', 'Offline genommen'], ...derived() },
]
