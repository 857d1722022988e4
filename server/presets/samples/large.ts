import type { Localized } from '@/server/domain/wire.schema'
import type { ChannelKey } from '@/server/presets/channels'
import { both } from '@/server/presets/preset'
import { buying, recommending, serving, staying } from '@/server/presets/samples/large/after'
import { attention, comparison, trust } from '@/server/presets/samples/large/before'
import type { Material } from '@/server/presets/samples/large/material'
import { products, type Subject, themes } from '@/server/presets/samples/large/subjects'
import { notApplicable, type PhaseKey, type Sample, type SampleItem, site, wanted } from '@/server/presets/samples/sample'
import type { TypeKey } from '@/server/presets/types'

/** The same number for the same seed on every machine, evenly spread over 0 up to (not including) `below`. */
function roll(seed: number, below: number): number {
  let mixed = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b)
  return ((mixed ^ (mixed >>> 16)) >>> 0) % below
}

/** Each pair of title and subject at most once, walking through both so that neighbours differ. */
function written({ about, titles, take }: Material): readonly { readonly title: Localized; readonly subject: Subject | null }[] {
  const subjects: readonly (Subject | null)[] = about === 'product' ? products : about === 'theme' ? themes : [null]
  const most = Math.min(take, titles.length * subjects.length)
  return Array.from({ length: most }, (_, index) => {
    const line = index % titles.length
    const subject = subjects[(Math.floor(index / titles.length) + 3 * line) % subjects.length] ?? null
    return { title: fill(titles[line] ?? ['', ''], subject), subject }
  })
}

function fill([en, de]: readonly [en: string, de: string], subject: Subject | null): Localized {
  if (!subject) return both(en, de)
  const { x, zu, den, dem } = subject.de
  return both(
    capital(en.replaceAll('{x}', subject.en).replaceAll('{den}', `the ${subject.en}`)),
    capital(de.replaceAll('{x}', x).replaceAll('{zu}', zu).replaceAll('{den}', den).replaceAll('{dem}', dem)),
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** How far the work on an item is. Of a hundred items about seventy are live, some of them overdue for review. */
function progress(
  seed: number,
): Pick<SampleItem, 'step' | 'publishedDaysAgo' | 'plannedInDays' | 'publishInDays' | 'dueInDays' | 'reviewInDays'> {
  const chance = roll(seed, 100)
  const days = roll(seed + 7, 60) + 2
  if (chance < 63) return { step: 'published', publishedDaysAgo: 2 + roll(seed + 1, 700), reviewInDays: 12 + roll(seed + 2, 320) }
  if (chance < 71)
    return { step: 'published', publishedDaysAgo: 200 + roll(seed + 1, 600), reviewInDays: -1 - roll(seed + 2, 90) }
  if (chance < 75) return { step: 'in_review', publishInDays: days, plannedInDays: days }
  if (chance < 79) return { step: 'in_review', dueInDays: days - 20 }
  if (chance < 85) return { step: 'in_progress', plannedInDays: days, dueInDays: days - 2 }
  if (chance < 92) return { step: 'planned', plannedInDays: days }
  if (chance < 96) return { step: 'idea' }
  return { step: 'archived', publishedDaysAgo: 500 + roll(seed + 1, 500) }
}

const everyMaterial: readonly Material[] = [
  ...attention,
  ...comparison,
  ...trust,
  ...buying,
  ...serving,
  ...staying,
  ...recommending,
]

const originals: readonly SampleItem[] = everyMaterial
  .flatMap((row) => written(row).map((text, index) => ({ row, ...text, index })))
  .map(({ row, title, subject, index }, number) => {
    const [type, purpose] = row.kind.split(' ') as [TypeKey, string]
    const chance = roll(number + 400, 100)
    const body = subject
      ? both(`${row.body[0]}\n\n${subject.detail.en}`, `${row.body[1]}\n\n${subject.detail.de}`)
      : both(...row.body)
    const path =
      type === 'page' || type === 'blog_post'
        ? { url: site(`${purpose.replaceAll('_', '-')}/${subject?.key.replaceAll('_', '-') ?? 'info'}-${index + 1}`) }
        : {}
    const persona = subject?.personas[index % subject.personas.length]
    return {
      key: `${purpose}-${type}-${number + 1}`.replaceAll('_', '-'),
      title,
      body,
      type,
      // Inventories come half sorted: some items lie untagged until somebody goes through them.
      purpose: chance === 5 ? null : purpose,
      phases: chance < 5 ? [] : row.phases,
      channels: chance > 2 && chance < 7 ? [] : (row.channels[index % row.channels.length] ?? []),
      personas: persona && roll(number, 3) > 0 ? [persona] : [],
      topics: subject ? [subject.key] : [],
      answers: roll(number + 9, 4) === 0 ? [] : (row.answers ?? []),
      locale: roll(number + 31, 25) === 0 ? null : 'own',
      ...(row.fields ? { fields: row.fields } : {}),
      ...path,
      ...progress(number),
    }
  })

/** Pages and questions that visitors from abroad need too. */
const translations: readonly SampleItem[] = originals
  .filter(({ type, locale, step }) => (type === 'faq' || type === 'page') && locale === 'own' && step === 'published')
  .filter((_, index) => index % 5 === 0)
  .map(({ url, ...item }) => ({
    ...item,
    ...(url ? { url: url.replace('.example/', '.example/intl/') } : {}),
    key: `${item.key}-other`,
    locale: 'other',
    translationOf: item.key,
  }))

const channelsWeUse = {
  awareness: [
    'website',
    'blog',
    'search_organic',
    'search_paid',
    'social',
    'display',
    'tv',
    'outdoor',
    'trade_fair',
    'branch',
    'press',
  ],
  consideration: [
    'website',
    'shop',
    'search_organic',
    'search_paid',
    'video',
    'review_platforms',
    'social',
    'email',
    'phone',
    'branch',
    'trade_fair',
  ],
  conversion: ['shop', 'checkout', 'email', 'app', 'phone', 'order_page', 'website'],
  retention: [
    'email',
    'website',
    'help_center',
    'phone',
    'order_page',
    'social',
    'print_package',
    'checkout',
    'shop',
    'video',
    'app',
  ],
  advocacy: ['review_platforms', 'social', 'email', 'shop', 'website'],
} as const satisfies Record<PhaseKey, readonly ChannelKey[]>

const persona = (key: string, name: Localized, note: Localized) => ({ dimension: 'persona', key, name, note }) as const
const question = (key: string, topic: string, name: Localized) =>
  ({ dimension: 'question', key, name, phase: 'retention', topic }) as const

/** About four hundred items in every state, to see the screens full. */
export const large: Sample = {
  key: 'large',
  name: both('Full inventory', 'Großer Bestand'),
  company: both('Haus & Sicher', 'Haus & Sicher'),
  terms: [
    persona(
      'homeowners',
      both('Family with a house', 'Familie im Eigenheim'),
      both('Decides together at the kitchen table.', 'Entscheidet gemeinsam am Küchentisch.'),
    ),
    persona(
      'tenants',
      both('Tenant', 'Zur Miete'),
      both('May not drill and moves every few years.', 'Darf nicht bohren und zieht alle paar Jahre um.'),
    ),
    persona(
      'seniors',
      both('Seniors living alone', 'Ältere Alleinlebende'),
      both('Want to see who rings; the children pay.', 'Wollen sehen, wer klingelt; die Kinder zahlen.'),
    ),
    persona(
      'shopkeepers',
      both('Shopkeeper', 'Ladeninhaberin'),
      both('The insurer asks for proof.', 'Die Versicherung verlangt Nachweise.'),
    ),
    persona(
      'property_managers',
      both('Property manager', 'Hausverwaltung'),
      both('Buys for forty doors at once.', 'Kauft für vierzig Türen auf einmal.'),
    ),
    ...[...products, ...themes].map(({ key, name, kind }) => ({ dimension: 'topic', key, name, kind }) as const),
    question(
      'camera_offline',
      'uhu_camera',
      both('What do I do when the camera loses its connection?', 'Was tue ich, wenn die Kamera die Verbindung verliert?'),
    ),
    question(
      'alarm_battery',
      'igel_alarm',
      both('How long does the battery of the alarm system last?', 'Wie lange hält die Batterie der Alarmanlage?'),
    ),
    question(
      'safe_code_lost',
      'hamster_safe',
      both('I have forgotten the code of the safe. What now?', 'Ich habe den Code des Tresors vergessen. Was nun?'),
    ),
    question(
      'smoke_alarm_beeps',
      'grille_smoke_alarm',
      both('Why does the smoke alarm beep once a minute?', 'Warum piept der Rauchmelder einmal in der Minute?'),
    ),
    { dimension: 'channel', key: 'email', responsible: both('Customer service team', 'Team Kundenservice'), responseHours: 4 },
    { dimension: 'channel', key: 'phone', responsible: both('Customer service team', 'Team Kundenservice'), responseHours: 1 },
    { dimension: 'channel', key: 'branch', responsible: both('Branch managers', 'Filialleitungen'), responseHours: 24 },
  ],
  targets: [
    ...wanted('awareness', 8, channelsWeUse.awareness.slice(0, 4)),
    ...wanted('awareness', 6, ['social'], 12),
    ...wanted('awareness', 3, channelsWeUse.awareness.slice(5)),
    ...wanted('consideration', 10, ['website'], 30),
    ...wanted('consideration', 10, ['video']),
    ...wanted(
      'consideration',
      4,
      channelsWeUse.consideration.filter((channel) => channel !== 'website' && channel !== 'video'),
    ),
    ...wanted('conversion', 5, channelsWeUse.conversion),
    ...wanted('retention', 15, ['email', 'website', 'help_center']),
    ...wanted('retention', 4, channelsWeUse.retention.slice(3)),
    ...wanted('advocacy', 5, channelsWeUse.advocacy),
    ...notApplicable(
      'advocacy',
      ['order_page'],
      both('The request for a review goes out by email.', 'Die Bitte um Bewertung geht per E-Mail hinaus.'),
    ),
  ],
  items: [...originals, ...translations],
}
