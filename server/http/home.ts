import type { NextRequest } from 'next/server'
import { env } from '@/server/env'

/** The address people use; without a setting the one that this was asked for under. */
export function homeOf(request: NextRequest): string {
  const { PUBLIC_URL } = env()
  if (PUBLIC_URL !== undefined) return PUBLIC_URL.replace(/\/+$/, '')
  const scheme = request.headers.get('x-forwarded-proto') === 'https' ? 'https' : 'http'
  return `${scheme}://${request.headers.get('host') ?? request.nextUrl.host}`
}
