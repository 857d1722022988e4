import { expect, test } from 'vitest'
import { networkOf, pauseSeconds } from '@/server/auth/attempts.rules'

test('each pause is twice as long as the one before, up to an hour', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 20].map(pauseSeconds)).toEqual([60, 120, 240, 480, 960, 1920, 3600, 3600, 3600])
})

test('addresses that one customer may choose among are one', () => {
  expect(
    [
      '192.0.2.1',
      '::ffff:192.0.2.1',
      '2001:DB8::1',
      '2001:db8:0:0:ffff::',
      'unknown',
      '::1',
      '192.0.2.1:5000',
      '[2001:db8::1]:5000',
    ].map(networkOf),
  ).toEqual([
    '192.0.2.1',
    '192.0.2.1',
    '2001:db8:0:0::/64',
    '2001:db8:0:0::/64',
    'unknown',
    '0:0:0:0::/64',
    '192.0.2.1',
    '2001:db8:0:0::/64',
  ])
})
