/** What the audit log can be narrowed to: the kinds of things that the change log knows. */
export const auditSubjects = [
  'item',
  'brief',
  'task',
  'comment',
  'reviewLink',
  'approval',
  'check',
  'term',
  'target',
  'rule',
  'finding',
  'view',
  'feed',
  'member',
  'workspace',
  'publication',
] as const
