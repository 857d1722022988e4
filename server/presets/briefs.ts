import type { BriefField } from '@/server/domain/briefs/brief.schema'
import type { Stage } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Localized } from '@/server/domain/wire.schema'
import { both, derived, type Provenance } from '@/server/presets/preset'
import type { TypeKey } from '@/server/presets/types'

/** Which parts of a brief a type of content asks for, and which of them it cannot be written without. */
export interface BriefForm {
  readonly asks: readonly BriefField[]
  readonly needs: readonly BriefField[]
  /** What stands under the length: words, characters, seconds or pages. */
  readonly lengthHint: Localized
}

const everything = [
  'aim',
  'reader',
  'question',
  'keyMessage',
  'proofPoints',
  'callToAction',
  'nextStep',
  'tone',
  'length',
  'keywords',
  'references',
] as const satisfies readonly BriefField[]
const but = (...left: BriefField[]): BriefField[] => everything.filter((field) => !left.includes(field))

const inWords = both('In words, for example 600–900', 'In Wörtern, zum Beispiel 600–900')
const inCharacters = both('In characters, for example 30 a headline', 'In Zeichen, zum Beispiel 30 je Überschrift')
const inSeconds = both('In seconds or minutes, for example 90 seconds', 'In Sekunden oder Minuten, zum Beispiel 90 Sekunden')
const inPages = both('In pages, for example 6–8', 'In Seiten, zum Beispiel 6–8')

/** A type that a workspace made itself. */
export const ownTypeForm: BriefForm = { asks: everything, needs: ['aim', 'reader', 'keyMessage'], lengthHint: inWords }

export const briefForms: Readonly<Record<TypeKey, BriefForm>> = {
  blog_post: {
    asks: everything,
    needs: ['aim', 'reader', 'question', 'keyMessage', 'callToAction', 'nextStep'],
    lengthHint: inWords,
  },
  ad: { asks: but('question'), needs: ['aim', 'reader', 'keyMessage', 'callToAction'], lengthHint: inCharacters },
  email: { asks: but('keywords'), needs: ['aim', 'reader', 'keyMessage', 'callToAction'], lengthHint: inWords },
  faq: { asks: but('callToAction'), needs: ['reader', 'question', 'keyMessage'], lengthHint: inWords },
  page: { asks: everything, needs: ['aim', 'reader', 'keyMessage', 'callToAction', 'nextStep'], lengthHint: inWords },
  social_post: { asks: but('question'), needs: ['aim', 'reader', 'keyMessage'], lengthHint: inCharacters },
  video: { asks: everything, needs: ['aim', 'reader', 'keyMessage', 'callToAction'], lengthHint: inSeconds },
  document: { asks: everything, needs: ['aim', 'reader', 'keyMessage', 'proofPoints'], lengthHint: inPages },
  message: { asks: but('keywords', 'proofPoints'), needs: ['aim', 'reader', 'keyMessage'], lengthHint: inCharacters },
  script: { asks: but('keywords'), needs: ['aim', 'reader', 'question', 'keyMessage', 'nextStep'], lengthHint: inSeconds },
  offline: { asks: but('question', 'keywords'), needs: ['aim', 'reader', 'keyMessage', 'callToAction'], lengthHint: inWords },
}

const checks = {
  facts: both('Facts, figures and names are checked', 'Fakten, Zahlen und Namen sind geprüft'),
  first: both('The answer stands in the first paragraph', 'Die Antwort steht im ersten Absatz'),
  next: both('The next step is named and its link works', 'Der nächste Schritt ist genannt, der Link geht'),
  search: both('Title and description for search are written', 'Titel und Beschreibung für die Suche stehen'),
  alt: both('Pictures are described in words', 'Bilder sind in Worten beschrieben'),
  aloud: both('Read aloud once, nothing stumbles', 'Einmal laut gelesen, nichts holpert'),
  fair: both('Others are compared fairly, with sources', 'Andere sind fair verglichen, mit Quellen'),
  permission: both(
    'The customer has agreed to text, name and picture',
    'Kundin oder Kunde ist mit Text, Name und Bild einverstanden',
  ),
  landing: both('The landing page says the same', 'Die Zielseite sagt dasselbe'),
  limits: both('All character limits are kept', 'Alle Zeichengrenzen sind eingehalten'),
  legal: both('Required notices are there', 'Pflichtangaben sind da'),
  subject: both('Subject and preheader make sense without the text', 'Betreff und Vorschautext verstehen sich ohne den Text'),
  thanks: both('It says thank you', 'Es wird Danke gesagt'),
  details: both('Order number, contents and address are named', 'Bestellnummer, Inhalt und Anschrift sind genannt'),
  promise: both('A date or duration is promised, no vague words', 'Ein Datum oder eine Dauer ist zugesagt, nichts Vages'),
  complaint: both('It does not go out while a complaint is open', 'Es geht nicht hinaus, solange eine Beschwerde offen ist'),
  contact: both('Somebody answers at the contact given', 'Unter dem genannten Kontakt antwortet jemand'),
  subtitles: both('Subtitles and transcript are there', 'Untertitel und Abschrift sind da'),
  tried: both('Somebody has followed every step', 'Jemand hat jeden Schritt nachgemacht'),
  support: both('Support has read it', 'Der Support hat es gelesen'),
  criticism: both('Criticism is answered, not brushed aside', 'Kritik wird beantwortet, nicht weggewischt'),
  unsubscribe: both('Unsubscribing works', 'Abmelden geht'),
  print: both('Proof has been read on paper', 'Der Abzug ist auf Papier gelesen'),
} satisfies Record<string, Localized>
export type CheckKey = keyof typeof checks
export const checkTexts: Readonly<Record<CheckKey, Localized>> = checks

export interface BriefTemplate extends Provenance {
  readonly key: string
  readonly name: Localized
  readonly type: TypeKey
  /** Null: for any purpose of the type. */
  readonly purpose: string | null
  readonly aim: Localized
  readonly reader: Localized
  readonly callToAction: Localized
  readonly nextStep: Localized
  /** Where the next step leads; null: it stays where it is. */
  readonly nextStage: Stage | null
  readonly tone: Localized
  readonly length: Localized
  readonly checks: readonly CheckKey[]
}

interface Usual {
  readonly aim: Localized
  readonly reader: Localized
  readonly action?: Localized
  readonly next: Localized
  readonly to: Stage | null
  readonly tone: Localized
  readonly length: Localized
  readonly checks: readonly CheckKey[]
}

function template(key: string, type: TypeKey, purpose: string | null, name: Localized, usual: Usual): BriefTemplate {
  const { aim, reader, action = both('', ''), next, to, tone, length } = usual
  return {
    key,
    name,
    type,
    purpose,
    aim,
    reader,
    callToAction: action,
    nextStep: next,
    nextStage: to,
    tone,
    length,
    checks: usual.checks,
    ...derived(),
  }
}

const plain = both('Plain and friendly, short sentences', 'Klar und freundlich, kurze Sätze')
const matterOfFact = both('Matter-of-fact, no superlatives', 'Sachlich, ohne Superlative')
const reliable = both('Calm and reliable, one thought a sentence', 'Ruhig und verlässlich, ein Gedanke je Satz')
const warm = both('Warm and personal, without flattery', 'Herzlich und persönlich, ohne zu schmeicheln')

/** In the order in which they are offered. The first of a type and purpose is taken for a gap or a cell. */
export const briefTemplates: readonly BriefTemplate[] = [
  template('guide_post', 'blog_post', null, both('Blog post: guide', 'Blogbeitrag: Ratgeber'), {
    aim: both(
      'Readers recognise their situation and know what to look for.',
      'Wer liest, erkennt die eigene Lage und weiß, worauf es ankommt.',
    ),
    reader: both('Somebody at the beginning, without knowledge of the product', 'Jemand am Anfang, ohne Kenntnis des Produkts'),
    action: both('Compare the options', 'Möglichkeiten vergleichen'),
    next: both('On to the comparison or the product page', 'Weiter zum Vergleich oder zur Produktseite'),
    to: 'consideration',
    tone: plain,
    length: both('600–900 words', '600–900 Wörter'),
    checks: ['facts', 'first', 'next', 'search', 'alt'],
  }),
  template('comparison_post', 'blog_post', 'compare', both('Blog post: comparison', 'Blogbeitrag: Vergleich'), {
    aim: both(
      'Readers can decide between two or three options for their own case.',
      'Wer liest, kann sich für den eigenen Fall zwischen zwei oder drei Möglichkeiten entscheiden.',
    ),
    reader: both('Somebody who knows what is needed and weighs offers', 'Jemand, der den Bedarf kennt und Angebote abwägt'),
    action: both('See the option that fits', 'Passende Möglichkeit ansehen'),
    next: both('To the product page of the option that fits', 'Zur Produktseite der passenden Möglichkeit'),
    to: 'preference',
    tone: matterOfFact,
    length: both('900–1,400 words and one table', '900–1.400 Wörter und eine Tabelle'),
    checks: ['facts', 'fair', 'first', 'next', 'search', 'alt'],
  }),
  template('case_study', 'blog_post', 'use_case', both('Case study', 'Fallbeispiel'), {
    aim: both(
      'Readers see that somebody like them got a result that can be measured.',
      'Wer liest, sieht: Jemand in ähnlicher Lage hat ein messbares Ergebnis erreicht.',
    ),
    reader: both('Somebody who must convince others of the purchase', 'Jemand, der andere vom Kauf überzeugen muss'),
    action: both('Ask for an offer', 'Angebot anfragen'),
    next: both('To a talk or an offer', 'Zu einem Gespräch oder Angebot'),
    to: 'preference',
    tone: both('Told as it happened, in the customer’s words', 'Erzählt, wie es war, in den Worten des Kunden'),
    length: both('700–1,000 words: situation, decision, result', '700–1.000 Wörter: Lage, Entscheidung, Ergebnis'),
    checks: ['permission', 'facts', 'next', 'alt'],
  }),
  template('ad', 'ad', null, both('Ad', 'Anzeige'), {
    aim: both('The right people stop and want to know more.', 'Die Richtigen halten inne und wollen mehr wissen.'),
    reader: both('Somebody with the need, who does not know us yet', 'Jemand mit dem Bedarf, der uns noch nicht kennt'),
    action: both('Find out more', 'Mehr erfahren'),
    next: both('To a landing page that keeps what the ad promises', 'Zu einer Zielseite, die hält, was die Anzeige verspricht'),
    to: 'consideration',
    tone: both('One thought, concrete, no exclamation mark', 'Ein Gedanke, konkret, kein Ausrufezeichen'),
    length: both('Headlines up to 30 characters, descriptions up to 90', 'Überschriften bis 30 Zeichen, Beschreibungen bis 90'),
    checks: ['limits', 'landing', 'facts', 'legal'],
  }),
  template('landing_page', 'page', null, both('Landing page', 'Landingpage'), {
    aim: both(
      'Visitors understand the offer within ten seconds and take one step.',
      'Wer ankommt, versteht das Angebot in zehn Sekunden und geht einen Schritt.',
    ),
    reader: both('Somebody who comes from an ad, a search or an e-mail', 'Jemand, der aus Anzeige, Suche oder E-Mail kommt'),
    action: both('One button with one verb', 'Eine Schaltfläche mit einem Verb'),
    next: both('To the product, the offer or the appointment', 'Zum Produkt, zum Angebot oder zum Termin'),
    to: 'preference',
    tone: plain,
    length: both('300–500 words', '300–500 Wörter'),
    checks: ['facts', 'next', 'search', 'alt', 'legal'],
  }),
  template('support_page', 'page', 'support', both('Support article', 'Supportartikel'), {
    aim: both('The problem is solved without a call.', 'Das Problem ist ohne Anruf gelöst.'),
    reader: both('Somebody who has the product and is stuck', 'Jemand, der das Produkt hat und nicht weiterkommt'),
    action: both('Ask us if it does not help', 'Nachfragen, wenn es nicht hilft'),
    next: both('To a person, when the steps did not help', 'Zu einem Menschen, wenn die Schritte nicht halfen'),
    to: 'retention',
    tone: both('Numbered steps, one action each', 'Nummerierte Schritte, je eine Handlung'),
    length: both('200–500 words with pictures of the steps', '200–500 Wörter mit Bildern der Schritte'),
    checks: ['tried', 'support', 'contact', 'alt'],
  }),
  template('payment_page', 'page', 'payment_delivery_info', both('Page: payment and delivery', 'Seite: Zahlung und Lieferung'), {
    aim: both('Nobody leaves the basket for lack of an answer.', 'Niemand verlässt den Warenkorb, weil eine Antwort fehlt.'),
    reader: both('Somebody about to buy', 'Jemand kurz vor dem Kauf'),
    action: both('Back to the basket', 'Zurück zum Warenkorb'),
    next: both('To the purchase', 'Zum Kauf'),
    to: 'purchase',
    tone: matterOfFact,
    length: both('150–300 words and a table of costs and times', '150–300 Wörter und eine Tabelle mit Kosten und Zeiten'),
    checks: ['facts', 'promise', 'legal', 'support'],
  }),
  template('newsletter', 'email', null, both('Newsletter, mailing', 'Newsletter, Mailing'), {
    aim: both(
      'Readers find one thing that is useful to them and open the next one too.',
      'Wer liest, findet etwas Nützliches und öffnet auch den nächsten.',
    ),
    reader: both('Somebody who has bought or subscribed', 'Jemand, der gekauft oder abonniert hat'),
    action: both('Read on', 'Weiterlesen'),
    next: both('To one article or offer that fits', 'Zu einem passenden Beitrag oder Angebot'),
    to: 'loyalty',
    tone: warm,
    length: both('150–300 words, subject up to 50 characters', '150–300 Wörter, Betreff bis 50 Zeichen'),
    checks: ['subject', 'next', 'unsubscribe', 'aloud'],
  }),
  template(
    'order_email',
    'email',
    'order_confirmation',
    both('Service e-mail: order confirmation', 'Service-E-Mail: Bestellbestätigung'),
    {
      aim: both(
        'The buyer is sure that the order has arrived and knows what happens when.',
        'Wer gekauft hat, ist sicher, dass die Bestellung da ist, und weiß, was wann geschieht.',
      ),
      reader: both('Somebody who has just paid', 'Jemand, der eben bezahlt hat'),
      action: both('See the order', 'Bestellung ansehen'),
      next: both('To the status of the order', 'Zum Stand der Bestellung'),
      to: 'retention',
      tone: reliable,
      length: both('80–150 words and the order itself', '80–150 Wörter und die Bestellung selbst'),
      checks: ['thanks', 'details', 'promise', 'contact', 'subject'],
    },
  ),
  template(
    'status_email',
    'email',
    'shipping_status',
    both('Service e-mail: where the order is', 'Service-E-Mail: Stand der Lieferung'),
    {
      aim: both('The buyer knows where the goods are without asking.', 'Wer wartet, weiß ohne Nachfrage, wo die Ware ist.'),
      reader: both('Somebody who waits', 'Jemand, der wartet'),
      action: both('Follow the delivery', 'Lieferung verfolgen'),
      next: both('To getting started with the product', 'Zu den ersten Schritten mit dem Produkt'),
      to: 'retention',
      tone: reliable,
      length: both('50–100 words', '50–100 Wörter'),
      checks: ['promise', 'details', 'contact', 'subject'],
    },
  ),
  template('delay_email', 'email', 'delay_notice', both('Service e-mail: delay', 'Service-E-Mail: Verzögerung'), {
    aim: both(
      'The buyer hears of it from us first and knows the new date and the choices.',
      'Wer wartet, erfährt es zuerst von uns, kennt den neuen Termin und die Wahl.',
    ),
    reader: both('Somebody whose delivery comes later than promised', 'Jemand, dessen Lieferung später kommt als zugesagt'),
    action: both('Choose: wait, part delivery or cancel', 'Wählen: warten, Teillieferung oder stornieren'),
    next: both('To the choice, and to a person who answers', 'Zur Wahl und zu einem Menschen, der antwortet'),
    to: 'retention',
    tone: both('Say it first, apologise once, no excuses', 'Zuerst sagen, einmal entschuldigen, keine Ausflüchte'),
    length: both('80–150 words', '80–150 Wörter'),
    checks: ['promise', 'contact', 'support', 'subject'],
  }),
  template('thanks_email', 'email', 'thank', both('Thank-you e-mail', 'Danke-E-Mail'), {
    aim: both('The buyer feels seen, and nothing is sold.', 'Wer gekauft hat, fühlt sich gesehen; verkauft wird nichts.'),
    reader: both('Somebody who has received the product', 'Jemand, der das Produkt bekommen hat'),
    action: both('Write back', 'Zurückschreiben'),
    next: both('To help with the product', 'Zur Hilfe zum Produkt'),
    to: 'retention',
    tone: warm,
    length: both('50–100 words', '50–100 Wörter'),
    checks: ['thanks', 'complaint', 'contact', 'aloud'],
  }),
  template('followup_email', 'email', 'follow_up', both('Follow-up e-mail', 'Nachfass-E-Mail'), {
    aim: both('Problems come to us before they go to others.', 'Probleme kommen zu uns, bevor sie anderswohin gehen.'),
    reader: both('Somebody who has used the product for a while', 'Jemand, der das Produkt eine Weile nutzt'),
    action: both('Tell us how it is going', 'Erzählen, wie es läuft'),
    next: both('To support, or to a review when all is well', 'Zum Support, oder zur Bewertung, wenn alles gut ist'),
    to: 'advocacy',
    tone: warm,
    length: both('80–120 words, one question', '80–120 Wörter, eine Frage'),
    checks: ['complaint', 'contact', 'thanks', 'subject'],
  }),
  template('review_email', 'email', 'review_request', both('Review request', 'Bitte um Bewertung'), {
    aim: both('Content customers tell others, in two minutes.', 'Zufriedene erzählen es weiter, in zwei Minuten.'),
    reader: both(
      'Somebody who has said that all is well, or has had time to find out',
      'Jemand, der Zufriedenheit gezeigt hat oder Zeit zum Ausprobieren hatte',
    ),
    action: both('Write a review', 'Bewertung schreiben'),
    next: both('To the review form, afterwards to recommending', 'Zum Bewertungsformular, danach zur Empfehlung'),
    to: 'advocacy',
    tone: both('A request, no reward, no pressure', 'Eine Bitte, keine Belohnung, kein Druck'),
    length: both('60–100 words', '60–100 Wörter'),
    checks: ['complaint', 'thanks', 'next', 'subject'],
  }),
  template(
    'win_back_email',
    'email',
    'recommend',
    both('E-mail: recommendation, win-back', 'E-Mail: Empfehlung, Rückgewinnung'),
    {
      aim: both(
        'Somebody who was content finds a reason of their own to come back.',
        'Wer zufrieden war, findet einen eigenen Grund zurückzukommen.',
      ),
      reader: both('A customer who has not bought for long', 'Eine Kundin oder ein Kunde ohne Kauf seit Langem'),
      action: both('See what fits', 'Passendes ansehen'),
      next: both('To one product that fits what was bought', 'Zu einem Produkt, das zum Gekauften passt'),
      to: 'loyalty',
      tone: warm,
      length: both('100–150 words, one offer', '100–150 Wörter, ein Angebot'),
      checks: ['complaint', 'facts', 'unsubscribe', 'subject'],
    },
  ),
  template('faq', 'faq', null, both('FAQ entry', 'FAQ-Eintrag'), {
    aim: both(
      'One question is answered so that no second one is needed.',
      'Eine Frage ist so beantwortet, dass keine zweite nötig ist.',
    ),
    reader: both('Somebody who searches for exactly this', 'Jemand, der genau das sucht'),
    next: both('To the article that goes deeper, or to a person', 'Zum ausführlichen Artikel oder zu einem Menschen'),
    to: null,
    tone: both('The answer first, then the reason', 'Erst die Antwort, dann der Grund'),
    length: both('60–150 words', '60–150 Wörter'),
    checks: ['first', 'facts', 'support', 'next'],
  }),
  template('social_post', 'social_post', null, both('Social post', 'Social-Media-Beitrag'), {
    aim: both('People who know the situation nod and share it.', 'Wer die Lage kennt, nickt und teilt es.'),
    reader: both('Somebody who follows us or those who share us', 'Jemand, der uns folgt oder denen, die uns teilen'),
    action: both('Answer in a comment', 'Im Kommentar antworten'),
    next: both('To the longer piece behind it', 'Zum ausführlichen Inhalt dahinter'),
    to: 'consideration',
    tone: both('As people talk, one thought', 'Wie man spricht, ein Gedanke'),
    length: both('Up to 280 characters', 'Bis 280 Zeichen'),
    checks: ['alt', 'next', 'facts', 'limits'],
  }),
  template('video', 'video', null, both('Video: how it works', 'Video: So geht es'), {
    aim: both('Whoever has watched it can do it.', 'Wer es gesehen hat, kann es.'),
    reader: both(
      'Somebody with the product in front of them, or about to choose it',
      'Jemand mit dem Produkt vor sich oder kurz vor der Wahl',
    ),
    action: both('Open the written steps', 'Schritte zum Nachlesen öffnen'),
    next: both('To the written steps and to help', 'Zu den Schritten zum Nachlesen und zur Hilfe'),
    to: 'retention',
    tone: both('Show, do not claim; calm voice', 'Zeigen statt behaupten; ruhige Stimme'),
    length: both('60–180 seconds, the result in the first 10', '60–180 Sekunden, das Ergebnis in den ersten 10'),
    checks: ['tried', 'subtitles', 'next', 'facts'],
  }),
  template('white_paper', 'document', 'deepen', both('White paper', 'Whitepaper'), {
    aim: both(
      'Experts find figures and reasons that they can pass on.',
      'Fachleute finden Zahlen und Gründe, die sie weitergeben können.',
    ),
    reader: both('Somebody who prepares the decision for others', 'Jemand, der die Entscheidung für andere vorbereitet'),
    action: both('Arrange a talk', 'Gespräch vereinbaren'),
    next: both('To a talk with somebody who knows the matter', 'Zu einem Gespräch mit jemandem vom Fach'),
    to: 'preference',
    tone: matterOfFact,
    length: both('6–10 pages with a summary on the first', '6–10 Seiten mit Zusammenfassung auf der ersten'),
    checks: ['facts', 'fair', 'alt', 'next'],
  }),
  template('manual', 'document', null, both('Manual, document', 'Anleitung, Dokument'), {
    aim: both('The product works the first time, and later too.', 'Das Produkt läuft beim ersten Mal, und später auch.'),
    reader: both('Somebody who unpacks or maintains it', 'Jemand, der es auspackt oder pflegt'),
    action: both('Get help', 'Hilfe holen'),
    next: both('To the support article of the step', 'Zum Supportartikel des Schritts'),
    to: 'retention',
    tone: both('Numbered steps, one action and one picture each', 'Nummerierte Schritte, je eine Handlung und ein Bild'),
    length: both('4–12 pages', '4–12 Seiten'),
    checks: ['tried', 'legal', 'contact', 'alt'],
  }),
  template('service_message', 'message', null, both('Service message', 'Servicenachricht'), {
    aim: both('One piece of news reaches the customer in one glance.', 'Eine Neuigkeit kommt auf einen Blick an.'),
    reader: both('Somebody who waits for news of the order', 'Jemand, der auf Nachricht zur Bestellung wartet'),
    action: both('See details', 'Einzelheiten ansehen'),
    next: both('To the status of the order', 'Zum Stand der Bestellung'),
    to: 'retention',
    tone: reliable,
    length: both('Up to 160 characters', 'Bis 160 Zeichen'),
    checks: ['promise', 'complaint', 'limits', 'contact'],
  }),
  template('checkout_text', 'message', 'checkout_copy', both('Checkout and error text', 'Checkout- und Fehlertext'), {
    aim: both('Whoever meets the error knows what to do next.', 'Wer auf den Fehler trifft, weiß, was zu tun ist.'),
    reader: both('Somebody in the middle of paying', 'Jemand mitten im Bezahlen'),
    action: both('Try again or pay another way', 'Noch einmal versuchen oder anders zahlen'),
    next: both('To the finished purchase', 'Zum abgeschlossenen Kauf'),
    to: 'purchase',
    tone: both('No blame, no code, what to do first', 'Keine Schuld, kein Code, zuerst was zu tun ist'),
    length: both('Up to 120 characters', 'Bis 120 Zeichen'),
    checks: ['limits', 'tried', 'support'],
  }),
  template('review_reply', 'message', 'review_reply', both('Reply to a review', 'Antwort auf eine Bewertung'), {
    aim: both('Others see that criticism is heard and put right.', 'Andere sehen, dass Kritik gehört und behoben wird.'),
    reader: both('The author of the review, and everyone who reads along', 'Wer bewertet hat, und alle, die mitlesen'),
    action: both('Write to us, with a name', 'Uns schreiben, mit Namen'),
    next: both('To a person who takes care of it', 'Zu einem Menschen, der sich kümmert'),
    to: 'advocacy',
    tone: warm,
    length: both('40–80 words', '40–80 Wörter'),
    checks: ['criticism', 'thanks', 'contact', 'aloud'],
  }),
  template('script', 'script', null, both('Script for a talk', 'Gesprächsleitfaden'), {
    aim: both('Everybody gets the same good answer on the phone.', 'Am Telefon gibt es überall dieselbe gute Antwort.'),
    reader: both('Colleagues who talk to customers', 'Kolleginnen und Kollegen im Kundengespräch'),
    action: both('Agree on what happens until when', 'Vereinbaren, was bis wann geschieht'),
    next: both('A confirmation by e-mail', 'Eine Bestätigung per E-Mail'),
    to: 'retention',
    tone: both('Spoken language, questions before answers', 'Gesprochene Sprache, erst fragen, dann antworten'),
    length: both('2–4 minutes', '2–4 Minuten'),
    checks: ['aloud', 'promise', 'support', 'facts'],
  }),
  template('offline', 'offline', null, both('Offline piece', 'Offline-Maßnahme'), {
    aim: both('Passers-by remember one thing and find us again.', 'Wer vorbeikommt, merkt sich eines und findet uns wieder.'),
    reader: both('Somebody on the way, with three seconds', 'Jemand unterwegs, mit drei Sekunden Zeit'),
    action: both('A short address or a code', 'Eine kurze Adresse oder ein Code'),
    next: both('To a page made for the place', 'Zu einer Seite für diesen Ort'),
    to: 'consideration',
    tone: both('One line that works without the picture', 'Eine Zeile, die auch ohne Bild trägt'),
    length: both('Up to 12 words', 'Bis 12 Wörter'),
    checks: ['print', 'landing', 'legal', 'facts'],
  }),
]
