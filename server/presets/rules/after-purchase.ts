import type { RuleDefinition } from '@/server/domain/gaps/gap.schema'
import { both, derived, stated } from '@/server/presets/preset'
import { maxAgeInDays, rule } from '@/server/presets/rules/rule'

/** Rules about help, contact, loyalty and recommendation. */
export const afterPurchaseRules: readonly RuleDefinition[] = [
  rule('delay_notice_parity', 'must', ['retention'], {
    name: both('Delay told on social media only', 'Verzögerung nur auf Social Media'),
    explanation: both(
      'A delay is announced on social media, but those who wait get neither an email nor a note on their order page.',
      'Eine Verzögerung steht auf Social Media, aber wer wartet, bekommt weder eine E-Mail noch einen Hinweis auf der Bestellseite.',
    ),
    remedy: both(
      'Send the notice to the customers concerned and show it on the order page.',
      'Den Hinweis an die Betroffenen senden und auf der Bestellseite zeigen.',
    ),
    plan: {
      purpose: 'delay_notice',
      type: 'email',
      channel: 'email',
      title: both('Your delivery will be late: the new date', 'Ihre Lieferung verspätet sich: der neue Termin'),
    },
    from: stated('S1'),
  }),
  rule('part_delivery_missing', 'should', ['retention'], {
    name: both('Part deliveries unannounced', 'Teillieferung ohne Hinweis'),
    explanation: both(
      'Goods are shipped, but no message explains when an order comes in several parcels. A missing part looks like a mistake.',
      'Waren werden verschickt, aber keine Nachricht erklärt, wenn eine Bestellung in mehreren Paketen kommt. Ein fehlendes Teil wirkt dann wie ein Fehler.',
    ),
    remedy: both('Write a message that says what comes when.', 'Eine Nachricht schreiben, die sagt, was wann kommt.'),
    plan: {
      purpose: 'part_delivery_notice',
      type: 'email',
      channel: 'email',
      title: both('Your order comes in two parcels', 'Ihre Bestellung kommt in zwei Paketen'),
    },
    from: stated('S1'),
  }),
  rule('faq_too_general', 'must', ['retention'], {
    name: both('FAQ too general', 'FAQ zu allgemein'),
    explanation: both(
      'There are frequent questions, but a product has none of its own, or questions that customers ask after the purchase stay unanswered.',
      'Es gibt eine FAQ, aber ein Produkt hat keine eigene, oder Fragen, die nach dem Kauf gestellt werden, bleiben unbeantwortet.',
    ),
    remedy: both('Answer the listed questions, product by product.', 'Die aufgeführten Fragen beantworten, Produkt für Produkt.'),
    plan: {
      purpose: 'answer',
      type: 'faq',
      channel: 'website',
      title: both('What people ask most', 'Was am häufigsten gefragt wird'),
    },
    from: stated('S1'),
  }),
  rule('support_depth_missing', 'should', ['retention'], {
    name: both('A manual and nothing else', 'Nur die Anleitung, sonst keine Hilfe'),
    explanation: both(
      'The product has instructions but no support article. When they do not help, nobody has an answer.',
      'Zum Produkt gibt es eine Anleitung, aber keinen Supportartikel. Wenn sie nicht hilft, weiß niemand weiter.',
    ),
    remedy: both(
      'Write a support article about the most frequent trouble with this product.',
      'Einen Supportartikel zu den häufigsten Problemen mit diesem Produkt schreiben.',
    ),
    plan: {
      purpose: 'support',
      type: 'page',
      channel: 'help_center',
      title: both('Help when something does not work', 'Hilfe, wenn etwas nicht klappt'),
    },
    from: stated('S1'),
  }),
  rule('contact_unverified', 'must', ['preference', 'retention'], {
    name: both('Contact details not verified', 'Kontaktdaten nicht geprüft'),
    explanation: both(
      'Nobody has tried the published phone number and address for a long time, or ever. A wrong number locks customers out.',
      'Seit Langem oder noch nie hat jemand die veröffentlichte Nummer und Adresse ausprobiert. Eine falsche Nummer sperrt Kundschaft aus.',
    ),
    remedy: both(
      'Try every number and address, then enter today as the day of verification.',
      'Jede Nummer und Adresse ausprobieren und den heutigen Tag als Prüfdatum eintragen.',
    ),
    numbers: [maxAgeInDays(90)],
    from: stated('S1'),
  }),
  rule('contact_without_answer', 'must', ['retention'], {
    name: both('Contact without an answer', 'Kontakt ohne Antwort'),
    explanation: both(
      'People can write or call here, but nobody is named to answer within a set time, or the automatic reply promises nothing.',
      'Hier kann geschrieben oder angerufen werden, aber niemand ist benannt, der in fester Zeit antwortet, oder die automatische Antwort sagt nichts zu.',
    ),
    remedy: both(
      'Name who answers and within how many hours with the channel itself; say so in the automatic reply.',
      'Beim Kanal eintragen, wer in wie vielen Stunden antwortet, und das in der automatischen Antwort sagen.',
    ),
    from: stated('S1'),
  }),
  rule('thanks_missing', 'should', ['retention'], {
    name: both('No thank you', 'Kein Dankeschön'),
    explanation: both(
      'Nobody thanks the customer, neither after the checkout nor in the confirmation.',
      'Niemand bedankt sich, weder nach der Kasse noch in der Bestätigung.',
    ),
    remedy: both('Say thank you at the end of the checkout or by email.', 'Am Ende der Kasse oder per E-Mail Danke sagen.'),
    plan: {
      purpose: 'thank',
      type: 'message',
      channel: 'checkout',
      title: both('Thank you for your trust', 'Danke für Ihr Vertrauen'),
    },
    from: stated('S1'),
  }),
  rule('followup_only_planned', 'should', ['retention'], {
    name: both('Follow-up only on paper', 'Nachfassen nur auf dem Papier'),
    explanation: both(
      'Follow-up or survey have been an idea or a plan for a long time and never went out.',
      'Nachfassen oder Umfrage sind seit Langem Idee oder Plan und nie hinausgegangen.',
    ),
    remedy: both('Finish one of them and publish it.', 'Eines davon fertigstellen und veröffentlichen.'),
    numbers: [maxAgeInDays(60)],
    from: stated('S1'),
  }),
  rule('mail_despite_complaint', 'must', ['loyalty', 'advocacy'], {
    name: both('Mail in spite of a complaint', 'Werbung trotz Beschwerde'),
    explanation: both(
      'This voucher, survey or review request also goes to people whose complaint is still open. It adds insult to injury.',
      'Dieser Gutschein, diese Umfrage oder Bitte um Bewertung geht auch an Menschen, deren Beschwerde noch offen ist. Das macht den Ärger größer.',
    ),
    remedy: both(
      'Add the precondition “never while a complaint is open”.',
      'Die Bedingung „nie, solange eine Beschwerde offen ist“ setzen.',
    ),
    from: stated('S1'),
  }),
  rule('no_advocacy_prompt', 'must', ['advocacy'], {
    name: both('Nobody is asked to recommend', 'Niemand wird um Empfehlung gebeten'),
    explanation: both(
      'Neither a review request nor a referral programme is live. Satisfied people stay silent while the disappointed speak.',
      'Weder eine Bitte um Bewertung noch ein Empfehlungsprogramm ist live. Zufriedene schweigen, während Enttäuschte reden.',
    ),
    remedy: both('Ask for a review a few weeks after the purchase.', 'Einige Wochen nach dem Kauf um eine Bewertung bitten.'),
    plan: {
      purpose: 'review_request',
      type: 'email',
      channel: 'email',
      title: both('How do you like it? Tell others', 'Wie gefällt es Ihnen? Erzählen Sie es weiter'),
    },
    from: stated('S1', 'S3', 'S4'),
  }),
  rule('review_reply_missing', 'should', ['advocacy'], {
    name: both('Reviews stay unanswered', 'Bewertungen bleiben unbeantwortet'),
    explanation: both(
      'Review platforms are in use, but no template answers a review, or the only rule is to have criticism deleted.',
      'Bewertungsportale sind in Gebrauch, aber keine Vorlage beantwortet eine Bewertung, oder die einzige Regel heißt löschen lassen.',
    ),
    remedy: both(
      'Write a reply that thanks, explains and offers help.',
      'Eine Antwort schreiben, die dankt, erklärt und Hilfe anbietet.',
    ),
    plan: {
      purpose: 'review_reply',
      type: 'message',
      channel: 'review_platforms',
      title: both('Reply to a critical review', 'Antwort auf eine kritische Bewertung'),
    },
    from: derived('S1'),
  }),
]
