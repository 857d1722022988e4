import type { NextRequest } from 'next/server'
import { loadBriefPaper } from '@/server/domain/briefs/brief-paper.queries'
import { Problem } from '@/server/domain/errors'
import { locale } from '@/server/domain/wire.schema'
import { slugOf } from '@/server/domain/workspaces/workspace.rules'
import { paperMarkdown } from '@/server/exchange/paper-markdown'
import { paperPdf } from '@/server/exchange/pdf/paper-pdf'
import { answerMember, fileResponse } from '@/server/http/member-request'
import { translatorOf } from '@/server/i18n/translate'

const mediaTypes = { md: 'text/markdown; charset=utf-8', pdf: 'application/pdf' } as const

/** A brief as a file: `format` is `md` or `pdf`, `language` that of its labels, else the reader's own. */
export async function answerBrief(
  request: NextRequest,
  { params }: { params: Promise<{ workspace: string; item: string }> },
): Promise<Response> {
  const { workspace, item } = await params
  return answerMember(request, workspace, async (domain) => {
    const { searchParams } = request.nextUrl
    const format = searchParams.get('format') ?? 'md'
    if (format !== 'md' && format !== 'pdf') throw new Problem('invalid', 'briefs.problem.noSuchFormat')
    const wanted = locale.safeParse(searchParams.get('language') ?? domain.locale)
    if (!wanted.success) throw new Problem('invalid', 'briefs.problem.noSuchLanguage')
    const translate = translatorOf(wanted.data)
    const paper = await loadBriefPaper(domain, item, wanted.data, (key, values) => translate(`briefs.${key}`, values))
    const name = `${slugOf(paper.title)}-brief.${format}`
    const pageOf = (page: number, pages: number) => translate('briefs.paper.page', { page, pages })
    const bytes = format === 'pdf' ? await paperPdf(paper, pageOf) : new TextEncoder().encode(paperMarkdown(paper))
    return fileResponse(once(bytes), name, mediaTypes[format])
  })
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
