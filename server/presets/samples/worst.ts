import { both } from '@/server/presets/preset'
import { notApplicable, type Sample, spread, wanted } from '@/server/presets/samples/sample'
import { worstAfter } from '@/server/presets/samples/worst-after'
import { worstBefore } from '@/server/presets/samples/worst-before'

const notOurs = both('We are not there.', 'Dort sind wir nicht.')

/**
 * Twelve things go wrong between the order and the angry review; the rest is in place, so that exactly these twelve
 * rules are open.
 */
export const worst: Sample = {
  key: 'worst',
  name: both('Worst case', 'Schlechtester Fall'),
  company: both('Haus & Sicher', 'Haus & Sicher'),
  terms: [
    {
      dimension: 'persona',
      key: 'do_it_yourselfers',
      name: both('Do-it-yourselfer', 'Heimwerker'),
      note: both(
        'Installs everything alone at the weekend and plans to the hour.',
        'Montiert alles selbst am Wochenende und plant auf die Stunde.',
      ),
    },
    { dimension: 'topic', key: 'uhu_camera', name: both('Uhu outdoor camera', 'Außenkamera Uhu'), kind: 'product' },
    { dimension: 'topic', key: 'dachs_window_lock', name: both('Dachs window lock', 'Fensterschloss Dachs'), kind: 'product' },
    { dimension: 'topic', key: 'burglary_protection', name: both('Burglary protection', 'Einbruchschutz'), kind: 'theme' },
    {
      dimension: 'question',
      key: 'camera_control',
      name: both('How do I connect and control the camera?', 'Wie verbinde und steuere ich die Kamera?'),
      phase: 'retention',
      topic: 'uhu_camera',
    },
    {
      dimension: 'question',
      key: 'rest_of_order',
      name: both('When does the rest of my order come?', 'Wann kommt der Rest meiner Bestellung?'),
      phase: 'retention',
      topic: null,
    },
  ],
  targets: [
    ...wanted('awareness', 1, ['website', 'blog', 'search_organic', 'search_paid', 'social', 'display']),
    ...notApplicable('awareness', ['tv', 'outdoor', 'press', 'trade_fair', 'branch'], notOurs),
    ...wanted('consideration', 1, ['website', 'shop', 'video', 'review_platforms', 'phone', 'search_organic', 'social']),
    ...notApplicable('consideration', ['branch', 'trade_fair', 'search_paid', 'email'], notOurs),
    ...wanted('conversion', 2, ['shop', 'email']),
    ...wanted('conversion', 1, ['website', 'checkout', 'order_page', 'phone']),
    ...notApplicable('conversion', ['app'], notOurs),
    ...wanted('retention', 3, ['email', 'website', 'help_center']),
    ...wanted('retention', 1, ['checkout', 'shop', 'order_page', 'phone', 'social', 'video']),
    ...notApplicable('retention', ['app', 'print_package'], notOurs),
    ...wanted('advocacy', 1, ['website', 'social', 'review_platforms', 'email']),
    ...notApplicable('advocacy', ['shop', 'order_page'], notOurs),
  ],
  items: spread([...worstBefore, ...worstAfter]),
}
