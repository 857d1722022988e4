import { CheckCheck, CircleCheck, CircleDashed, CircleX, TriangleAlert } from 'lucide-react'
import { useText } from '@/components/i18n/use-text'
import { Badge } from '@/components/ui/badge'
import type { CampaignHealth as Health } from '@/server/domain/vocabulary/vocabulary.schema'

const looks = {
  not_started: { tone: 'plain', Icon: CircleDashed },
  on_track: { tone: 'accent', Icon: CircleCheck },
  at_risk: { tone: 'warning', Icon: TriangleAlert },
  off_track: { tone: 'danger', Icon: CircleX },
  complete: { tone: 'accent', Icon: CheckCheck },
} as const

/** How a campaign stands, as a sign and a word. */
export function CampaignHealth({ health, size = 'sm' }: { health: Health; size?: 'sm' | 'md' }) {
  const text = useText('campaigns.health')
  const { tone, Icon } = looks[health]
  return (
    <Badge tone={tone} size={size} icon={<Icon aria-hidden />}>
      {text(health)}
    </Badge>
  )
}
