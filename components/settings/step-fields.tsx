'use client'

import { useLocalized, useText } from '@/components/i18n/use-text'
import { ChecklistFields } from '@/components/settings/checklist-fields'
import type { DetailFieldsProps } from '@/components/settings/detail-fields-props'
import { useWorkspace } from '@/components/shell/workspace'
import { Checkbox } from '@/components/ui/checkbox'
import { MultiCombobox } from '@/components/ui/multi-combobox'
import { NumberInput } from '@/components/ui/number-input'
import { Select } from '@/components/ui/select'
import type { Role } from '@/server/domain/access/access.rules'
import { statuses } from '@/server/domain/vocabulary/vocabulary.schema'
import { type StepNeed, stepNeeds } from '@/server/domain/workflow/step.schema'
import { needNames } from '@/server/presets/step-needs'

const movers = ['author', 'editor', 'lead', 'admin'] as const satisfies readonly Role[]

/** What a step asks of items, and of whoever moves them into it. */
export function StepFields({ details, onChange, disabled, isNew = false }: DetailFieldsProps<'step'>) {
  const text = useText('settings.step')
  const roleText = useText('members.role')
  const localized = useLocalized()
  const { optionsOf, vocabulary } = useWorkspace()
  const { kind, types, moveRole, requires, approval } = details
  const roles = movers.map((value) => ({ value, label: roleText(value) }))
  const fields = new Map(vocabulary.type.flatMap((type) => type.details.fields.map(({ key, name }) => [key, name])))
  const needs: { value: StepNeed; label: string }[] = [
    ...stepNeeds.map((value) => ({ value, label: localized(needNames[value]) })),
    ...[...fields].map(([key, name]) => ({ value: `fields.${key}` as const, label: localized(name) })),
  ]
  const isBeforeLive = kind === 'planned' || kind === 'in_progress' || kind === 'in_review'
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        {isNew ? (
          <Select
            label={text('kind')}
            help={text('kindHelp')}
            value={kind}
            onValueChange={(next) => onChange({ kind: next })}
            items={statuses.map((value) => ({ value, label: text(`kinds.${value}`) }))}
          />
        ) : null}
        <Select
          label={text('moveRole')}
          help={text('moveRoleHelp')}
          value={moveRole === 'viewer' ? 'author' : moveRole}
          disabled={disabled}
          onValueChange={(next) => onChange({ moveRole: next })}
          items={roles}
        />
        <NumberInput
          label={text('wipLimit')}
          help={text('wipLimitHelp')}
          value={details.wipLimit}
          min={1}
          max={999}
          disabled={disabled}
          onValueChange={(wipLimit) => onChange({ wipLimit })}
        />
      </div>
      <MultiCombobox
        label={text('types')}
        help={text('typesHelp')}
        value={types}
        disabled={disabled}
        items={optionsOf('type')}
        onValueChange={(next) => onChange({ types: next })}
      />
      <MultiCombobox
        label={text('requires')}
        help={text('requiresHelp')}
        value={requires}
        disabled={disabled}
        items={needs}
        onValueChange={(next) => onChange({ requires: next })}
      />
      <ChecklistFields entries={details.checklist} disabled={disabled} onChange={(checklist) => onChange({ checklist })} />
      {isBeforeLive || approval ? (
        <div className="flex flex-col gap-3">
          <Checkbox
            label={text('approval')}
            help={text('approvalHelp')}
            value={approval !== null}
            disabled={disabled}
            onValueChange={(on) => onChange({ approval: on ? { role: 'editor', notAuthor: false } : null })}
          />
          {approval ? (
            <div className="grid gap-4 ps-6 sm:grid-cols-2">
              <Select
                label={text('approvalRole')}
                value={approval.role === 'viewer' ? 'author' : approval.role}
                disabled={disabled}
                onValueChange={(role) => onChange({ approval: { ...approval, role } })}
                items={roles}
              />
              <Checkbox
                label={text('notAuthor')}
                help={text('notAuthorHelp')}
                value={approval.notAuthor}
                disabled={disabled}
                onValueChange={(notAuthor) => onChange({ approval: { ...approval, notAuthor } })}
                className="self-center"
              />
            </div>
          ) : null}
        </div>
      ) : null}
      {kind === 'published' ? (
        <Checkbox
          label={text('needsApproval')}
          help={text('needsApprovalHelp')}
          value={details.needsApproval}
          disabled={disabled}
          onValueChange={(needsApproval) => onChange({ needsApproval })}
        />
      ) : null}
    </>
  )
}
