'use client'

import { useMemo } from 'react'
import { useFormatter, useLanguage, useLocalized, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import type { GapPart } from '@/server/domain/gaps/gap-list.schema'
import { ruleDefinition } from '@/server/presets/rules'

export interface GapWords {
  /** "No shipping status by email", with what it is about where it is about one thing. */
  titleOf(gap: Pick<GapPart, 'rule' | 'scope' | 'subject'>): string
  /** "0 live, 1 on the way for 12 December". */
  findingOf(gap: GapPart): string
  /** A day, with its year where it is another one. */
  dayOf(day: Date | string): string
  personOf(person: { id: string; name: string | null } | null): string | null
}

/** Gaps in words, in the interface's language. */
export function useGapWords(): GapWords {
  const text = useText('gaps')
  const says = useText('gaps.says')
  const language = useLanguage()
  const localized = useLocalized()
  const format = useFormatter()
  const { nameOf } = useWorkspace()
  return useMemo<GapWords>(() => {
    const list = (values: readonly string[]) => new Intl.ListFormat(language, { type: 'conjunction' }).format(values)
    const quoted = (values: readonly string[]) => list(values.map((value) => (language === 'de' ? `„${value}“` : `“${value}”`)))
    const dayOf = (day: Date | string) =>
      typeof day === 'string'
        ? format.dateTime(new Date(`${day.slice(0, 10)}T12:00:00Z`), {
            day: 'numeric',
            month: 'long',
            year: 'numeric',
            timeZone: 'UTC',
          })
        : format.dateTime(day, { day: 'numeric', month: 'long', year: 'numeric' })
    const channels = ({ evidence }: GapPart) => list((evidence.texts.channels ?? []).map((key) => nameOf('channel', key)))

    function findingOf(gap: GapPart): string {
      const { rule, evidence, subject } = gap
      const { counts, texts, questions, topics, nextPlannedFor } = evidence
      const figure = (name: string) => counts[name] ?? 0
      switch (rule) {
        case 'contact_without_answer':
          return says(subject ? 'contact_without_answer_item' : 'contact_without_answer_channel')
        case 'delivery_date_vague': {
          const phrases = texts.phrases ?? []
          return phrases.length > 0
            ? says('delivery_date_vague', { phrases: quoted(phrases) })
            : says('delivery_date_vague_nothing')
        }
        case 'promise_mismatch':
          return Object.entries(texts)
            .map(([kind, values]) => says('claimValues', { kind: says(`claim.${kind}`), values: quoted(values) }))
            .join('; ')
        case 'faq_too_general': {
          const both = questions.length > 0 && topics.length > 0 ? 'yes' : 'no'
          return says(rule, { questions: questions.length, topics: topics.length, both })
        }
        case 'need_mismatch':
          return says(rule, { questions: questions.length })
        case 'consultation_lost':
        case 'single_channel':
        case 'offline_forgotten':
          return says(rule, { items: figure('items'), channels: channels(gap) })
        case 'phase_thin':
        case 'top_heavy':
        case 'own_howto_missing':
        case 'reviews_only':
        case 'discount_only':
        case 'delay_notice_parity':
        case 'part_delivery_missing':
        case 'support_depth_missing':
        case 'contact_unverified':
        case 'followup_only_planned':
        case 'mail_despite_complaint':
        case 'stale':
        case 'surplus':
        case 'locale_missing':
          return says(rule, { ...counts, items: figure('items') })
        default:
          return says('missing', {
            live: figure('live'),
            planned: figure('planned'),
            stale: figure('stale'),
            day: nextPlannedFor === null ? 'none' : dayOf(nextPlannedFor),
          })
      }
    }

    return {
      titleOf({ rule, scope, subject }) {
        const name = localized(ruleDefinition(rule).name)
        const { phase, channel, topic, question } = scope
        const isOfPhase = ruleDefinition(rule).stages.length === 0
        const of = [
          subject?.title,
          topic && nameOf('topic', topic),
          question && nameOf('question', question),
          channel && nameOf('channel', channel),
          isOfPhase && !question && phase && nameOf('phase', phase),
        ].filter((part) => typeof part === 'string' && part !== '')
        return of.length === 0 ? name : `${name}: ${of.toReversed().join(' × ')}`
      },
      // The proof of what is closed is the last one there was.
      findingOf: (gap) => (gap.state === 'resolved' ? text('was', { finding: findingOf(gap) }) : findingOf(gap)),
      dayOf,
      personOf: (person) => person && (person.name ?? text('unknownPerson')),
    }
  }, [text, says, language, localized, format, nameOf])
}
