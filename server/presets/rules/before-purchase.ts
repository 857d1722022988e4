import type { RuleDefinition } from '@/server/domain/gaps/gap.schema'
import { both, stated } from '@/server/presets/preset'
import { rule } from '@/server/presets/rules/rule'

/** Rules about being found, compared and trusted. */
export const beforePurchaseRules: readonly RuleDefinition[] = [
  rule('offline_forgotten', 'info', ['awareness', 'consideration', 'preference', 'purchase'], {
    name: both('Offline channels forgotten', 'Offline-Kanäle vergessen'),
    explanation: both(
      'Offline channels are in use, but nothing up to the purchase is live on any of them.',
      'Offline-Kanäle sind in Gebrauch, aber bis zum Kauf ist auf keinem davon etwas live.',
    ),
    remedy: both('Plan something for the branch, the fair or the street.', 'Etwas für Filiale, Messe oder Straße einplanen.'),
    plan: {
      purpose: 'attract',
      type: 'offline',
      channel: 'trade_fair',
      title: both('Our stand at the next trade fair', 'Unser Stand auf der nächsten Messe'),
    },
    from: stated('S1'),
  }),
  rule('need_mismatch', 'should', ['awareness'], {
    name: both('Attention without a need', 'Aufmerksamkeit ohne Bedarf'),
    explanation: both(
      'This content wants attention but answers none of the questions that people have at the start. It may speak of features nobody was looking for.',
      'Dieser Inhalt will Aufmerksamkeit, beantwortet aber keine der Fragen, mit denen Menschen beginnen. Vielleicht spricht er von Funktionen, die niemand gesucht hat.',
    ),
    remedy: both(
      'Link the question it answers, or rewrite it around one.',
      'Die Frage verknüpfen, die er beantwortet, oder ihn um eine Frage herum neu schreiben.',
    ),
    from: stated('S1'),
  }),
  rule('own_howto_missing', 'should', ['consideration'], {
    name: both('No instructions of our own', 'Keine eigene Anleitung'),
    explanation: both(
      'The product is explained, but not shown in use. Interested people end up with videos made by others.',
      'Das Produkt wird erklärt, aber nicht im Einsatz gezeigt. Wer es sehen will, landet bei fremden Videos.',
    ),
    remedy: both(
      'Show in a video or an article how it is installed and used.',
      'In einem Video oder Artikel zeigen, wie es montiert und benutzt wird.',
    ),
    plan: {
      purpose: 'how_to',
      type: 'video',
      channel: 'video',
      title: both('How it works, step by step', 'So funktioniert es, Schritt für Schritt'),
    },
    from: stated('S1'),
  }),
  rule('comparison_missing', 'must', ['consideration'], {
    name: both('Nothing to compare with', 'Nichts zum Vergleichen'),
    explanation: both(
      'People compare now, but no live content compares, explains or shows a use case. They will read about it elsewhere.',
      'Jetzt wird verglichen, aber kein veröffentlichter Inhalt vergleicht, erklärt oder zeigt eine Anwendung. Nachgelesen wird dann woanders.',
    ),
    remedy: both(
      'Write an honest comparison, a product description or a use case.',
      'Einen ehrlichen Vergleich, eine Produktbeschreibung oder ein Anwendungsbeispiel schreiben.',
    ),
    plan: {
      purpose: 'compare',
      type: 'page',
      channel: 'website',
      title: both('Which solution suits whom? A comparison', 'Welche Lösung passt zu wem? Ein Vergleich'),
    },
    from: stated('S1', 'S3'),
  }),
  rule('reviews_only', 'should', ['consideration'], {
    name: both('Nothing but praise', 'Nur Kundenstimmen'),
    explanation: both(
      'Only testimonials are live in this phase. Many people doubt reviews and want facts.',
      'In dieser Phase sind nur Kundenstimmen live. Viele zweifeln an Bewertungen und wollen Fakten.',
    ),
    remedy: both('Add detailed information of our own.', 'Eigene ausführliche Informationen ergänzen.'),
    plan: {
      purpose: 'inform',
      type: 'page',
      channel: 'website',
      title: both('The product in detail', 'Das Produkt im Einzelnen'),
    },
    from: stated('S1'),
  }),
  rule('discount_only', 'should', ['preference'], {
    name: both('Only a discount speaks for us', 'Nur der Rabatt spricht für uns'),
    explanation: both(
      'Vouchers are live, but nothing says why to choose us: no difference, no customer voice, no word about the company.',
      'Gutscheine sind live, aber nichts sagt, warum die Wahl auf uns fallen sollte: kein Unterschied, keine Kundenstimme, kein Wort über das Unternehmen.',
    ),
    remedy: both(
      'Say what sets us apart and let customers speak.',
      'Sagen, was uns unterscheidet, und Kundinnen und Kunden sprechen lassen.',
    ),
    plan: {
      purpose: 'differentiate',
      type: 'page',
      channel: 'website',
      title: both('What sets us apart', 'Was uns unterscheidet'),
    },
    from: stated('S1'),
  }),
  rule('supplier_info_missing', 'must', ['preference'], {
    name: both('Who is behind it?', 'Wer steht dahinter?'),
    explanation: both(
      'No live page says who the supplier is and how to reach it by phone or email. Trust has nothing to hold on to.',
      'Keine veröffentlichte Seite sagt, wer der Anbieter ist und wie er per Telefon oder E-Mail zu erreichen ist. Vertrauen findet so keinen Halt.',
    ),
    remedy: both(
      'Publish a page about the company with a phone number and an email address.',
      'Eine Seite über das Unternehmen mit Telefonnummer und E-Mail-Adresse veröffentlichen.',
    ),
    plan: {
      purpose: 'company_info',
      type: 'page',
      channel: 'website',
      title: both('About us and how to reach us', 'Über uns und wie wir erreichbar sind'),
    },
    from: stated('S1'),
  }),
  rule('consultation_lost', 'info', ['preference'], {
    name: both('Advice goes up in the air', 'Beratung ohne Ergebnis'),
    explanation: both(
      'People are advised by phone, in the branch or at the fair, but no template for an offer or a summary is live. What was discussed gets lost.',
      'Am Telefon, in der Filiale oder auf der Messe wird beraten, aber keine Vorlage für Angebot oder Zusammenfassung ist live. Was besprochen wurde, geht verloren.',
    ),
    remedy: both(
      'Make a template that sums up the talk and carries the offer.',
      'Eine Vorlage anlegen, die das Gespräch zusammenfasst und das Angebot enthält.',
    ),
    plan: {
      purpose: 'offer',
      type: 'email',
      channel: 'email',
      title: both('Your offer and what we talked about', 'Ihr Angebot und was wir besprochen haben'),
    },
    from: stated('S1'),
  }),
]
