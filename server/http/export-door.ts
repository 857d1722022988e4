import type { NextRequest } from 'next/server'
import { Problem } from '@/server/domain/errors'
import { fileFormats } from '@/server/domain/exchange/exchange.schema'
import { exportContent } from '@/server/domain/exchange/export.queries'
import { loadPlanTable } from '@/server/domain/plan-export/plan-table.queries'
import { exportItems, mediaTypes } from '@/server/exchange/export-items'
import { planFile } from '@/server/exchange/plan-file'
import { homeOf } from '@/server/http/home'
import { answerMember, fileResponse } from '@/server/http/member-request'
import { translatorOf } from '@/server/i18n/translate'

/**
 * A screen's address with `format`; `columns` and a frozen `selection` narrow further. With `preset=plan` it is a plan
 * to be read, in the reader's language.
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
    const wish = {
      filter: searchParams.toString(),
      sort: searchParams.get('sort') ?? undefined,
      selectionId: searchParams.get('selection') ?? undefined,
    }
    const day = domain.now().toISOString().slice(0, 10)
    if (searchParams.get('preset') === 'plan' && format !== 'json') {
      const home = homeOf(request)
      const table = await loadPlanTable(domain, {
        ...wish,
        language: domain.locale,
        word: translatorOf(domain.locale),
        addressOf: (id) => `${home}/${workspace}/content/${id}`,
      })
      return fileResponse(planFile(format, table), `${workspace}-plan-${day}.${format}`, mediaTypes[format])
    }
    const { items, vocabulary, owners, exportedAt } = await exportContent(domain, wish)
    const columns = searchParams.get('columns')?.split(',')
    return fileResponse(
      exportItems(format, items, { vocabulary, owners, exportedAt, columns }),
      `${workspace}-${day}.${format}`,
      mediaTypes[format],
    )
  })
}
