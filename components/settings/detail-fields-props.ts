import type { ListedDimension } from '@/server/domain/vocabulary/term.schema'
import type { TermDetails } from '@/server/domain/vocabulary/vocabulary.schema'

export interface DetailFieldsProps<D extends ListedDimension> {
  details: TermDetails<D>
  onChange: (change: Partial<TermDetails<D>>) => void
  disabled?: boolean | undefined
  /** Not saved yet: what stays afterwards can still be chosen. */
  isNew?: boolean | undefined
}
