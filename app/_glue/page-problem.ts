import { TRPCError } from '@trpc/server'
import { notFound } from 'next/navigation'
import { type Ability, can } from '@/server/domain/access/access.rules'
import { requestContext } from '@/server/trpc/request-context'
import { goSignIn } from './go-sign-in'

/** For a page's main subject: what is not there becomes the 404 page, a stranger goes to sign in, the rest stays an error. */
export async function orNotFound<T>(load: Promise<T>): Promise<T> {
  try {
    return await load
  } catch (error) {
    if (error instanceof TRPCError && error.code === 'NOT_FOUND') notFound()
    if (error instanceof TRPCError && error.code === 'UNAUTHORIZED') await goSignIn()
    throw error
  }
}

/** Whether who asks may do this here. A page asks before it loads what only some may read. */
export async function mayHere(workspace: string, ability: Ability): Promise<boolean> {
  const { user, membership } = await requestContext()
  const member = await membership(workspace)
  if (!user || !member) return false
  return can({ kind: 'member', userId: user.id, ...member }, ability)
}
