import { expect, test } from 'vitest'
import { auditSubjects } from '@/components/settings/audit-subjects'
import { messagesOf } from '@/server/i18n/messages'

test.each(['en', 'de'] as const)('every kind of thing that the audit log knows has its word (%s)', (locale) => {
  const { kind } = (messagesOf(locale) as { settings: { audit: { kind: Record<string, string> } } }).settings.audit
  expect(auditSubjects.filter((subject) => !kind[subject])).toEqual([])
})
