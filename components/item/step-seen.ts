import { type FormValues, keysOf, textOf } from '@/components/item/form-values'
import type { Item } from '@/server/domain/content/item.schema'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'
import type { StepItem } from '@/server/domain/workflow/workflow.rules'
import type { WorkflowState } from '@/server/domain/workflow/workflow.schema'

const fieldPrefix = 'field.'

/** The item as the workflow would see it were the form saved with this step: what is typed counts, for it is saved along. */
export function stepItemOfForm(
  values: FormValues,
  item: Item | null,
  state: WorkflowState | undefined,
  step: Pick<Term<'step'>, 'key'>,
): StepItem {
  const given = (name: string) => textOf(values[name]).trim() || null
  const fields = Object.entries(values).filter(([name]) => name.startsWith(fieldPrefix))
  const before = item?.ownerId ?? item?.createdBy
  return {
    type: textOf(values.type),
    step: item?.step ?? null,
    ownerId: given('ownerId'),
    createdBy: item?.createdBy ?? null,
    // Handing it over in the same save makes nobody else its author.
    alsoBy: before ? [before] : [],
    purpose: given('purpose'),
    locale: given('locale'),
    url: given('url'),
    plannedFor: given('plannedFor'),
    dueOn: given('dueOn'),
    tags: {
      phase: keysOf(values['tags.phase']),
      channel: keysOf(values['tags.channel']),
      persona: keysOf(values['tags.persona']),
      topic: keysOf(values['tags.topic']),
    },
    fields: Object.fromEntries(fields.map(([name, value]) => [name.slice(fieldPrefix.length), value])),
    hasBody: textOf(values.body).trim() !== '',
    ...(state
      ? {
          approval: state.approval,
          ticked: new Set(state.ticks.filter((tick) => tick.step === step.key).map(({ key }) => key)),
          ...(state.brief ? { brief: state.brief } : {}),
        }
      : {}),
  }
}
