import type { NextRequest } from 'next/server'
import { Problem } from '@/server/domain/errors'
import { fileFormats } from '@/server/domain/exchange/exchange.schema'
import { exportContent } from '@/server/domain/exchange/export.queries'
import { exportItems, mediaTypes } from '@/server/exchange/export-items'
import { answerMember, fileResponse } from '@/server/http/member-request'

/**
 * A screen's address with `format`; `columns` and a frozen `selection` narrow further. With `preset=plan` the columns are those
 * of a plan.
 */
export async function answerExport(
  request: NextRequest,
  { params }: { params: Promise<{ workspace: string }> },
): Promise<Response> {
  const { workspace } = await params
  return answerMember(request, workspace, async (domain) => {
    const { searchParams } = request.nextUrl
    const format = fileFormats.find((known) => known === (searchParams.get('format') ?? 'csv'))
    if (!format) throw new Problem('invalid', 'import.problem.noSuchFormat')
    const isPlan = searchParams.get('preset') === 'plan'
    const { items, vocabulary, owners, exportedAt } = await exportContent(domain, {
      filter: searchParams.toString(),
      sort: searchParams.get('sort') ?? undefined,
      selectionId: searchParams.get('selection') ?? undefined,
      isPlan,
    })
    const columns = isPlan ? 'plan' : searchParams.get('columns')?.split(',')
    const day = exportedAt.toISOString().slice(0, 10)
    return fileResponse(
      exportItems(format, items, { vocabulary, owners, exportedAt, columns }),
      `${workspace}${isPlan ? '-plan' : ''}-${day}.${format}`,
      mediaTypes[format],
    )
  })
}
