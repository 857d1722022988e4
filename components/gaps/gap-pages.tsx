import { rowsPerPage } from '@/components/gaps/gaps-address'
import { useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'

/** Page by page through a list that is longer than one. */
export function GapPages({ page, total, onPage }: { page: number; total: number; onPage: (page: number) => void }) {
  const text = useText('gaps.pages')
  if (total <= rowsPerPage && page === 1) return null
  const from = (page - 1) * rowsPerPage + 1
  const to = Math.min(page * rowsPerPage, total)
  return (
    <nav aria-label={text('label')} className="mt-2 flex flex-wrap items-center gap-3">
      <Button disabled={page === 1} onClick={() => onPage(page - 1)}>
        {text('previous')}
      </Button>
      <Button disabled={to >= total} onClick={() => onPage(page + 1)}>
        {text('next')}
      </Button>
      <span className="text-sm text-ink-2 tabular-nums">{text('shown', { from: Math.min(from, total), to, total })}</span>
    </nav>
  )
}
