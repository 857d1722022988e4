import { both } from '@/server/presets/preset'
import { goodAfter } from '@/server/presets/samples/good-after'
import { goodBefore } from '@/server/presets/samples/good-before'
import { goodPurchase } from '@/server/presets/samples/good-purchase'
import { notApplicable, type Sample, spread, wanted } from '@/server/presets/samples/sample'

const noApp = both('We have no app.', 'Eine App gibt es bei uns nicht.')

/** Everything a "must" asks for is there, but nobody is asked to recommend: the one gap, by design. */
export const good: Sample = {
  key: 'good',
  name: both('Good journey', 'Gute Journey'),
  company: both('Haus & Sicher', 'Haus & Sicher'),
  terms: [
    {
      dimension: 'persona',
      key: 'homeowners',
      name: both('Family with a house', 'Familie im Eigenheim'),
      note: both(
        'Two adults, two children, a house on the edge of town. There was a break-in next door in spring.',
        'Zwei Erwachsene, zwei Kinder, ein Haus am Ortsrand. Nebenan wurde im Frühjahr eingebrochen.',
      ),
    },
    {
      dimension: 'persona',
      key: 'tenants',
      name: both('Tenant in the city', 'Mieterin in der Stadt'),
      note: both('Ground-floor flat; may not drill into the façade.', 'Erdgeschosswohnung; darf nicht in die Fassade bohren.'),
    },
    { dimension: 'topic', key: 'uhu_camera', name: both('Uhu outdoor camera', 'Außenkamera Uhu'), kind: 'product' },
    { dimension: 'topic', key: 'dachs_window_lock', name: both('Dachs window lock', 'Fensterschloss Dachs'), kind: 'product' },
    { dimension: 'topic', key: 'igel_alarm', name: both('Igel alarm system', 'Alarmanlage Igel'), kind: 'product' },
    { dimension: 'topic', key: 'burglary_protection', name: both('Burglary protection', 'Einbruchschutz'), kind: 'theme' },
    {
      dimension: 'question',
      key: 'camera_offline',
      name: both('What do I do when the camera loses its connection?', 'Was tue ich, wenn die Kamera die Verbindung verliert?'),
      phase: 'retention',
      topic: 'uhu_camera',
    },
    {
      dimension: 'question',
      key: 'alarm_battery',
      name: both('How long does the battery of the alarm system last?', 'Wie lange hält die Batterie der Alarmanlage?'),
      phase: 'retention',
      topic: 'igel_alarm',
    },
    {
      dimension: 'question',
      key: 'window_lock_fits',
      name: both('Does the window lock fit tilting windows?', 'Passt das Fensterschloss an Kippfenster?'),
      phase: 'consideration',
      topic: 'dachs_window_lock',
    },
    { dimension: 'channel', key: 'email', responsible: both('Customer service team', 'Team Kundenservice'), responseHours: 4 },
    { dimension: 'channel', key: 'phone', responsible: both('Customer service team', 'Team Kundenservice'), responseHours: 1 },
    { dimension: 'channel', key: 'branch', responsible: both('Branch manager', 'Filialleitung'), responseHours: 24 },
  ],
  targets: [
    ...wanted('awareness', 1, [
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
    ]),
    ...notApplicable('awareness', ['press'], both('We do no press work yet.', 'Pressearbeit machen wir noch nicht.')),
    ...wanted('consideration', 2, ['website', 'shop', 'video', 'social']),
    ...wanted('consideration', 1, [
      'search_organic',
      'search_paid',
      'review_platforms',
      'email',
      'phone',
      'branch',
      'trade_fair',
    ]),
    ...wanted('conversion', 2, ['shop', 'email']),
    ...wanted('conversion', 1, ['website', 'checkout', 'order_page', 'phone']),
    ...notApplicable('conversion', ['app'], noApp),
    ...wanted('retention', 3, ['email', 'website', 'help_center']),
    ...wanted('retention', 1, ['checkout', 'shop', 'order_page', 'phone', 'print_package', 'social', 'video']),
    ...notApplicable('retention', ['app'], noApp),
    ...wanted('advocacy', 1, ['website', 'shop', 'social', 'review_platforms', 'email']),
    ...notApplicable(
      'advocacy',
      ['order_page'],
      both(
        'Nobody opens the order page weeks later; the request belongs in an email.',
        'Wochen später öffnet niemand die Bestellseite; die Bitte gehört in eine E-Mail.',
      ),
    ),
  ],
  items: spread([...goodBefore, ...goodPurchase, ...goodAfter]),
}
