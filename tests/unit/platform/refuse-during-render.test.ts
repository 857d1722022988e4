import { createTRPCClient } from '@trpc/client'
import { expect, test } from 'vitest'
import { refuseDuringRender } from '@/components/trpc/refuse-during-render'
import type { AppRouter } from '@/server/trpc/root'

test('a component that suspends on what its page did not prefetch is told so by name', async () => {
  const client = createTRPCClient<AppRouter>({ links: [refuseDuringRender] })
  await expect(client.workspaces.mine.query()).rejects.toThrow(
    'workspaces.mine is used while rendering but its page does not prefetch it',
  )
})
