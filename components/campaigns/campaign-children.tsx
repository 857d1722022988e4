import Link from 'next/link'
import { CampaignDot } from '@/components/campaigns/campaign-colour'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'

/** The campaigns that say they belong to this one. */
export function CampaignChildren({ keys }: { keys: readonly string[] }) {
  const text = useText('campaigns')
  const { base, term, nameOf } = useWorkspace()
  if (keys.length === 0) return null
  return (
    <div>
      <h3 className="text-sm font-medium">{text('children')}</h3>
      <ul className="mt-1 flex flex-col gap-1">
        {keys.map((key) => (
          <li key={key} className="flex items-baseline gap-2">
            <CampaignDot hue={term('campaign', key)?.details.hue ?? 0} />
            <Link prefetch={false} href={`${base}/campaigns/${key}`} className="min-h-6 hover:text-accent hover:underline">
              {nameOf('campaign', key)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
