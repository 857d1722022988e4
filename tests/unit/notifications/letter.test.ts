import { describe, expect, test } from 'vitest'
import { isPrivate, maskedAddress } from '@/server/domain/hooks/target-address.rules'
import { htmlOf, oneLine, subjectLine, textOf } from '@/server/domain/notifications/letter.rules'
import { parseEnv } from '@/server/env'

describe('a line of a letter', () => {
  test('stays one line, whatever it holds', () => {
    expect(oneLine('a\r\nBcc: b\u2028c\u0000d \t e')).toBe('a Bcc: b c d e')
    expect(oneLine('\u202eevil\u2069')).toBe('evil')
    expect([...subjectLine('😀'.repeat(1000))]).toHaveLength(150)
  })

  test('is nothing but text in HTML, addresses too', () => {
    const letter = {
      subject: '</title><script>',
      greeting: '<b>',
      sections: [{ heading: 'a & b', lines: [{ text: '"><img src=x>', note: '<i>', href: 'https://a/"onclick="x' }] }],
      foot: [{ text: 'foot', href: 'https://a' }],
    }
    const html = htmlOf(letter, 'en')
    expect(html).not.toMatch(/<script|<img|<b>|<i>|"onclick/)
    expect(html).toContain('a &amp; b')
    expect(textOf(letter)).toContain('- "><img src=x> (<i>)')
  })
})

test.each([
  ['127.0.0.1', true],
  ['10.255.0.1', true],
  ['172.16.0.1', true],
  ['172.32.0.1', false],
  ['192.168.1.1', true],
  ['169.254.169.254', true],
  ['100.64.0.1', true],
  ['0.0.0.0', true],
  ['224.0.0.1', true],
  ['255.255.255.255', true],
  ['93.184.216.34', false],
  ['::1', true],
  ['::', true],
  ['fe80::1%eth0', true],
  ['fd00::1', true],
  ['ff02::1', true],
  ['::ffff:10.0.0.1', true],
  ['::ffff:93.184.216.34', false],
  ['64:ff9b::7f00:1', true],
  ['2002:7f00:1::', true],
  ['2001:db8::1', true],
  ['2606:2800:220:1::1', false],
  ['nonsense::x', true],
])('%s lies in a network of one’s own: %s', (address, expected) => {
  expect(isPrivate(address)).toBe(expected)
})

test('an address is shown so far as to tell it from another', () => {
  expect(maskedAddress('https://hooks.example.com/services/T0/B0/abcdefgh')).toBe('hooks.example.com/…efgh')
  expect(maskedAddress('https://hooks.example.com/short')).toBe('hooks.example.com/…')
})

describe('settings of mail', () => {
  const wrong = (given: Record<string, string>) => {
    try {
      parseEnv(given)
      return null
    } catch (error) {
      return error instanceof Error ? error.message : ''
    }
  }
  test('name what is missing or does not fit', () => {
    expect(wrong({ SMTP_HOST: 'mail.example.org' })).toMatch(/^The setting MAIL_FROM is wrong/)
    expect(wrong({ MAIL_FROM: 'a@example.org' })).toMatch(/MAIL_FROM.*SMTP_URL or SMTP_HOST/)
    expect(wrong({ SMTP_URL: 'https://mail', MAIL_FROM: 'a@example.org' })).toMatch(/SMTP_URL.*smtps:/)
    expect(wrong({ SMTP_URL: 'smtp://mail', SMTP_HOST: 'mail', MAIL_FROM: 'a@example.org' })).toMatch(/SMTP_HOST.*one of the two/)
    expect(wrong({ SMTP_HOST: 'mail', MAIL_FROM: 'a@example.org\nBcc: b@example.org' })).toMatch(/MAIL_FROM.*e-mail address/)
    expect(wrong({ SMTP_HOST: 'mail', SMTP_PASSWORD: 'x', MAIL_FROM: 'a@example.org' })).toMatch(/SMTP_USER/)
    expect(wrong({ SMTP_HOST: 'mail', SMTP_PORT: '465', MAIL_FROM: 'Etappe <a@example.org>', SMTP_SECURE: 'true' })).toBeNull()
  })
})
