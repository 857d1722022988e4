import type { OwnDimension } from '@/server/domain/vocabulary/term.schema'
import type { TermDetails } from '@/server/domain/vocabulary/vocabulary.schema'

export interface DetailFieldsProps<D extends OwnDimension> {
  details: TermDetails<D>
  onChange: (change: Partial<TermDetails<D>>) => void
  disabled?: boolean
}
