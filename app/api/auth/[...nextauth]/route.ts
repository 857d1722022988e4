import type { NextRequest } from 'next/server'
import nextAuth from 'next-auth'
import { authOptions } from '@/server/auth/options'
import { isOverHttps } from '@/server/auth/session-cookie'

async function handle(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  return nextAuth(request, context, authOptions(isOverHttps({ header: (name) => request.headers.get(name) })))
}

export { handle as GET, handle as POST }
