import { useText } from '@/components/i18n/use-text'
import { Severity } from '@/components/ui/badge'
import type { Severity as Weight } from '@/server/domain/gaps/gap.schema'

/** How much a gap weighs, as a word. */
export function GapSeverity({ severity }: { severity: Weight }) {
  const text = useText('gaps.severity')
  return <Severity level={severity === 'info' ? 'could' : severity}>{text(severity)}</Severity>
}
