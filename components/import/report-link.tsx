'use client'

import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { buttonStyle } from '@/components/ui/button-style'

/** The report as a file. A plain link: nothing is fetched before somebody wants it. */
export function ReportLink({ id }: { id: string }) {
  const text = useText('wizard')
  const { slug } = useWorkspace()
  return (
    <a href={`/api/import/${slug}/${id}/report`} download className={buttonStyle({})}>
      {text('download')}
    </a>
  )
}
