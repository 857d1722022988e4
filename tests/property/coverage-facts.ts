import fc from 'fast-check'
import { factOf } from '@/server/domain/facts/fact.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { addDays } from '@/server/domain/facts/moment.rules'
import { statuses, type TermDetails } from '@/server/domain/vocabulary/vocabulary.schema'
import { factWorld, makeRow, now } from '@/tests/unit/facts/make-fact'

const dayMs = 86_400_000
const phases = ['awareness', 'consideration', 'conversion', 'retention', 'advocacy', 'gone']
const channels = ['website', 'email', 'social', 'checkout', 'branch', 'review_platforms', 'fax']

export const around = fc.integer({ min: -400, max: 400 })
export const day = around.map((days) => addDays(now.today, days))
const instant = around.chain((days) => fc.integer({ min: 0, max: dayMs - 1 }).map((ms) => now.nowMs + days * dayMs + ms))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const some = (keys: readonly string[]) => fc.subarray([...keys], { maxLength: Math.min(3, keys.length) })

const fields = fc.record(
  {
    promiseKind: fc.constantFrom('none', 'date', 'duration', ''),
    neverWhile: fc.subarray(['complaint_open', 'order_open']),
    sendsThanks: fc.boolean(),
    listsOrderDetails: fc.boolean(),
    contactPhone: fc.constantFrom('', '+49 30 1234'),
    contactVerifiedOn: day,
    policy: fc.constantFrom('answer', 'delete'),
    claims: fc.array(
      fc.record({
        topic: fc.constantFrom('camera', 'alarm'),
        kind: fc.constantFrom('price', 'model'),
        value: fc.constantFrom('249 €', '199 €'),
      }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
)

export const row = fc
  .record({
    id: fc.uuid(),
    title: fc.constantFrom('Über uns', 'Camera', 'camera 2', '', 'ÖL', 'Zebra', 'a,b & c=d'),
    type: fc.constantFrom('page', 'email', 'faq', 'message'),
    purpose: maybe(
      fc.constantFrom(
        'compare',
        'testify',
        'how_to',
        'company_info',
        'delay_notice',
        'auto_reply',
        'discount',
        'survey',
        'review_reply',
        'order_confirmation',
        'shipping_status',
        'support',
        'manual',
      ),
    ),
    step: fc.oneof(fc.constant('published' as const), fc.constantFrom(...statuses)),
    locale: maybe(fc.constantFrom('de', 'de-AT', 'en')),
    ownerId: maybe(fc.constantFrom('anna', 'ben')),
    phase: some(phases),
    channel: some(channels),
    persona: some(['buyer', 'user']),
    topic: some(['camera', 'alarm', 'safety']),
    question: some(['why', 'where']),
    campaign: some(['year', 'spring', 'easter', 'gone']),
    vague: fc.constantFrom([], [], ['umgehend']),
    plannedFor: maybe(day),
    dueOn: maybe(day),
    publishAt: maybe(instant),
    publishedAt: maybe(instant),
    unpublishAt: maybe(instant),
    reviewBy: maybe(day),
    deletedAt: fc.option(instant, { nil: null, freq: 12 }),
    statusSince: instant,
    fields,
  })
  .map((made) => ({ ...made, locale: made.locale, createdAt: now.nowMs - 900 * dayMs }))

export const facts: fc.Arbitrary<Fact[]> = fc.uniqueArray(
  row.map((made) => factOf(makeRow(made), factWorld)),
  { selector: ({ id }) => id, maxLength: 40 },
)

/** Easter stands under spring, and spring under the year. */
export const campaigns = ['year', 'spring', 'easter'].map((key, at, all) => ({
  key,
  details: { parent: all[at - 1] ?? null } as TermDetails<'campaign'>,
}))

/** Any filter that the heatmap may carry. */
export const narrowing = fc.constantFrom(
  '',
  'type=page,email',
  'phase=awareness,retention',
  'channel=!email',
  'campaign=spring',
  'campaign=!spring,-',
  'campaign=*year,easter',
  'channel=-',
  'locale=-,de*',
  'owner=me',
  'stale=no',
  'title=~CAM',
  'stage=loyalty&purpose=-',
  'untagged=yes',
  'dueOn=before',
  'counts=planned&asOf=2020-01-01&lens=aida&lensPhase=desire',
)
