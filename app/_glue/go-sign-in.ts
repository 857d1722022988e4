import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { signInAddress } from '@/server/auth/sign-in-address'

/** Sends a stranger to sign in, and from there back to the page asked for. */
export async function goSignIn(): Promise<never> {
  const head = await headers()
  redirect(signInAddress(head.get('x-address')))
}
