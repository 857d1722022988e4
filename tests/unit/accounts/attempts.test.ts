import { expect, test } from 'vitest'
import { pauseSeconds } from '@/server/auth/attempts'

test('each pause is twice as long as the one before, up to an hour', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 20].map(pauseSeconds)).toEqual([60, 120, 240, 480, 960, 1920, 3600, 3600, 3600])
})
