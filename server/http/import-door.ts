import type { NextRequest } from 'next/server'
import { authorize } from '@/server/domain/access/authorize'
import { Problem } from '@/server/domain/errors'
import { createImport } from '@/server/domain/exchange/import.commands'
import { importReport } from '@/server/domain/exchange/import-report.queries'
import { mediaTypes } from '@/server/exchange/export-items'
import { MAX_FILE_BYTES } from '@/server/exchange/limits'
import { readTable } from '@/server/exchange/read-table'
import { csvParts } from '@/server/exchange/write-table'
import { answerMember, fileResponse } from '@/server/http/member-request'

interface Place<P> {
  readonly params: Promise<P>
}

/** The body is the file itself, the address says its name: `POST /api/import/acme?name=inventory.csv`. */
export async function answerUpload(request: NextRequest, { params }: Place<{ workspace: string }>): Promise<Response> {
  const { workspace } = await params
  return answerMember(request, workspace, async (domain) => {
    // Before the body is read: nobody sends fifty megabytes to be refused.
    authorize(domain.actor, 'import.run')
    const name = request.nextUrl.searchParams.get('name')
    if (!name) throw new Problem('invalid', 'import.problem.noName')
    const max = MAX_FILE_BYTES / 1024 / 1024
    if (Number(request.headers.get('content-length') ?? 0) > MAX_FILE_BYTES)
      throw new Problem('limit_reached', 'import.problem.tooLarge', { max })
    const bytes = new Uint8Array(await request.arrayBuffer())
    const made = await createImport({ ...domain, readTable }, { fileName: name, bytes })
    return Response.json(made, { status: 201, headers: { 'cache-control': 'no-store' } })
  })
}

/** The dry run of a draft, else the report, as a table to be saved. */
export async function answerReport(
  request: NextRequest,
  { params }: Place<{ workspace: string; id: string }>,
): Promise<Response> {
  const { workspace, id } = await params
  return answerMember(request, workspace, async (domain) => {
    const { fileName, columns, rows } = await importReport({ ...domain, readTable }, id)
    const name = `${fileName.replace(/\.[^.]*$/, '')}-report.csv`
    return fileResponse(csvParts(columns, rows, false), name, mediaTypes.csv)
  })
}
