import { both } from '@/server/presets/preset'
import { euro, live, type SampleItem, site } from '@/server/presets/samples/sample'

export const worstBefore: readonly SampleItem[] = [
  live(
    'blog_post inspire',
    'after-the-break-in',
    both('After the break-in: when home no longer feels like home', 'Nach dem Einbruch: wenn das Zuhause fremd wird'),
    both(
      'Somebody was at the door, something is gone, and every noise at night counts double. What helps in the first week, told by people who went through it.',
      'Jemand war an der Tür, etwas fehlt, und nachts zählt jedes Geräusch doppelt. Was in der ersten Woche hilft, erzählt von Menschen, die es erlebt haben.',
    ),
    {
      phases: ['awareness'],
      channels: ['blog', 'search_organic'],
      personas: ['do_it_yourselfers'],
      topics: ['burglary_protection'],
      answers: ['what_could_help'],
    },
    { url: site('magazin/nach-dem-einbruch') },
  ),
  live(
    'ad attract',
    'smart-ad',
    both('Search ad: the smart way to a safe home', 'Suchanzeige: smart zum sicheren Zuhause'),
    both('Leads to the page on options.', 'Führt auf die Seite mit den Möglichkeiten.'),
    { phases: ['awareness'], channels: ['search_paid'], answers: ['which_options'] },
    { fields: { headlines: [both('Safe and smart', 'Sicher und smart')], landingUrl: site('sicher-und-smart') } },
  ),
  live(
    'page attract',
    'safe-and-smart',
    both('Safe and smart: what is possible today', 'Sicher und smart: was heute möglich ist'),
    both(
      'Cameras, locks, light, sirens: an overview with prices and the effort to install each.',
      'Kameras, Schlösser, Licht, Sirenen: ein Überblick mit Preisen und Montageaufwand.',
    ),
    {
      phases: ['awareness'],
      channels: ['website', 'search_organic'],
      topics: ['burglary_protection'],
      answers: ['which_options', 'fits_my_need'],
    },
    { url: site('sicher-und-smart') },
  ),
  live(
    'social_post attract',
    'neighbour-post',
    both('Who watches when nobody is home?', 'Wer passt auf, wenn niemand da ist?'),
    both('A picture of an empty street at noon, and a question.', 'Ein Bild der leeren Straße am Mittag und eine Frage.'),
    { phases: ['awareness'], channels: ['social'], answers: ['fits_my_need'] },
  ),
  live(
    'ad attract',
    'banner-stream',
    both('Banner beside streams: safe while you watch', 'Banner neben Streams: sicher, während Sie schauen'),
    both('Shown in the evening on streaming sites.', 'Abends auf Streamingseiten zu sehen.'),
    { phases: ['awareness'], channels: ['display'], answers: ['fits_my_need'] },
  ),
  live(
    'page inform',
    'camera-page',
    both('Uhu outdoor camera in all colours', 'Außenkamera Uhu in allen Farben'),
    both(
      'Picture, range, storage, and a colour for every wall.',
      'Bild, Reichweite, Speicher, und zu jeder Wand die passende Farbe.',
    ),
    { phases: ['consideration'], channels: ['website', 'shop'], topics: ['uhu_camera'], answers: ['solves_problem'] },
    { url: site('shop/uhu'), fields: { claims: [{ topic: 'uhu_camera', kind: 'price', value: euro(249) }] } },
  ),
  live(
    'page inform',
    'window-lock-page',
    both('Dachs window lock: what it holds', 'Fensterschloss Dachs: was es aushält'),
    both('Load tests, sizes, and which windows it fits.', 'Belastungstests, Größen, und an welche Fenster es passt.'),
    { phases: ['consideration'], channels: ['website', 'shop'], topics: ['dachs_window_lock'], answers: ['which_advantage'] },
    { url: site('shop/dachs') },
  ),
  live(
    'blog_post compare',
    'alone-or-installed',
    both('Do it yourself or have it installed? The honest sums', 'Selbst montieren oder montieren lassen? Die ehrliche Rechnung'),
    both(
      'Time, tools, nerves and guarantee, set against each other for three typical houses.',
      'Zeit, Werkzeug, Nerven und Garantie, gegenübergestellt für drei typische Häuser.',
    ),
    {
      phases: ['consideration'],
      channels: ['website', 'search_organic', 'blog'],
      personas: ['do_it_yourselfers'],
      answers: ['how_compared', 'worth_the_price', 'when_needed'],
    },
    { url: site('magazin/selbst-montieren') },
  ),
  live(
    'video how_to',
    'camera-video',
    both('Video: the Uhu camera in three minutes', 'Video: die Kamera Uhu in drei Minuten'),
    both(
      'A quick look at mounting and picture, filmed before the last change of the model’s bracket.',
      'Ein schneller Blick auf Montage und Bild, gedreht vor der letzten Änderung an der Halterung.',
    ),
    { phases: ['consideration'], channels: ['video', 'social'], topics: ['uhu_camera'], answers: ['solves_problem'] },
    { fields: { durationSeconds: 183 } },
  ),
  live(
    'video how_to',
    'window-lock-video',
    both('Video: fitting the Dachs window lock', 'Video: das Fensterschloss Dachs anbringen'),
    both('Measure, drill, screw, test.', 'Messen, bohren, schrauben, testen.'),
    { phases: ['consideration'], channels: ['video'], topics: ['dachs_window_lock'], answers: ['solves_problem'] },
    { fields: { durationSeconds: 164 } },
  ),
  live(
    'page testify',
    'stars',
    both('4.6 stars: voices from the review platforms', '4,6 Sterne: Stimmen aus den Bewertungsportalen'),
    both('The five latest reviews, taken over word for word.', 'Die fünf neuesten Bewertungen, wörtlich übernommen.'),
    { phases: ['consideration'], channels: ['website', 'review_platforms'], answers: ['trust_supplier', 'keeps_promise'] },
  ),
  live(
    'page company_info',
    'contact',
    both('About us and contact', 'Über uns und Kontakt'),
    both(
      'A young company for safe homes. Call us or write to us.',
      'Ein junges Unternehmen für sicheres Wohnen. Rufen Sie an oder schreiben Sie.',
    ),
    { phases: ['consideration', 'retention'], channels: ['website'], answers: ['trust_supplier'] },
    {
      url: site('kontakt'),
      fields: { contactPhone: '+49 30 23125 041', contactEmail: 'info@haus-und-sicher.example' },
      note: both(
        'Nobody has dialled the number since the move to the new system.',
        'Seit dem Umzug auf die neue Telefonanlage hat niemand die Nummer gewählt.',
      ),
    },
  ),
  live(
    'ad discount',
    'voucher-ad',
    both('20 % off everything until Sunday', '20 % auf alles bis Sonntag'),
    both('Code in the shop window and in the basket.', 'Code im Schaufenster des Shops und im Warenkorb.'),
    { phases: ['consideration'], channels: ['shop'], answers: ['worth_the_price'] },
  ),
  live(
    'script offer',
    'sales-call',
    both('Guide for the sales call', 'Leitfaden für das Verkaufsgespräch'),
    both(
      'Ask for the size of the house, propose a set, offer the voucher.',
      'Nach der Größe des Hauses fragen, ein Set vorschlagen, den Gutschein anbieten.',
    ),
    { phases: ['consideration'], channels: ['phone'], answers: ['exact_offer'] },
  ),
]
