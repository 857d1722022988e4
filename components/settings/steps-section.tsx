'use client'

import { useText } from '@/components/i18n/use-text'
import { VocabularySection } from '@/components/settings/vocabulary-section'
import { useWorkspace } from '@/components/shell/workspace'
import { StatusDot } from '@/components/ui/status-dot'

/** The steps of the work, in order, and what each asks. */
export function StepsSection() {
  const text = useText('settings.step')
  const roleText = useText('members.role')
  const { nameOf } = useWorkspace()
  return (
    <VocabularySection
      dimension="step"
      actionsOf={() => ['archive']}
      mark={({ details }) => <StatusDot progress={details.kind} label={text(`kinds.${details.kind}`)} labelHidden />}
      summary={({ details: { types, moveRole, requires, checklist, approval, needsApproval, wipLimit } }) =>
        [
          types.length > 0 ? types.map((type) => nameOf('type', type)).join(', ') : null,
          moveRole === 'author' || moveRole === 'viewer' ? null : text('summary.role', { role: roleText(moveRole) }),
          requires.length > 0 ? text('summary.requires', { count: requires.length }) : null,
          checklist.length > 0 ? text('summary.checklist', { count: checklist.length }) : null,
          approval
            ? text(approval.notAuthor ? 'summary.approvalNotAuthor' : 'summary.approval', { role: roleText(approval.role) })
            : null,
          needsApproval ? text('summary.needsApproval') : null,
          wipLimit === null ? null : text('summary.wipLimit', { count: wipLimit }),
        ]
          .filter((part) => part !== null)
          .join(' · ') || text('summary.plain')
      }
    />
  )
}
