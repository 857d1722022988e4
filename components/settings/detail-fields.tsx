'use client'

import type { ReactNode } from 'react'
import { ChannelFields } from '@/components/settings/channel-fields'
import type { DetailFieldsProps } from '@/components/settings/detail-fields-props'
import { PersonaFields, PurposeFields, QuestionFields, TopicFields } from '@/components/settings/other-fields'
import { PhaseFields } from '@/components/settings/phase-fields'
import { StepFields } from '@/components/settings/step-fields'
import type { ListedDimension } from '@/server/domain/vocabulary/term.schema'

type FieldsOf = { readonly [D in ListedDimension]: (props: DetailFieldsProps<D>) => ReactNode }

const fieldsOf: FieldsOf = {
  phase: PhaseFields,
  channel: ChannelFields,
  persona: PersonaFields,
  topic: TopicFields,
  question: QuestionFields,
  purpose: PurposeFields,
  step: StepFields,
}

/** What a term of this dimension has beside its name. */
export function DetailFields<D extends ListedDimension>({ dimension, ...props }: DetailFieldsProps<D> & { dimension: D }) {
  const Fields: (props: DetailFieldsProps<D>) => ReactNode = fieldsOf[dimension]
  return <Fields {...props} />
}
