import { TRPCError } from '@trpc/server'
import { notFound } from 'next/navigation'
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
