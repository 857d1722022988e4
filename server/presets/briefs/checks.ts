import type { Localized } from '@/server/domain/wire.schema'
import { both } from '@/server/presets/preset'
import type { TypeKey } from '@/server/presets/types'

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
  reachable: both(
    'Phone or email stand in the contact fields, with the day on which somebody tried them',
    'Telefon oder E-Mail stehen in den Kontaktfeldern, mit dem Tag, an dem sie jemand ausprobiert hat',
  ),
  contact: both('Somebody answers at the contact given', 'Unter dem genannten Kontakt antwortet jemand'),
  subtitles: both('Subtitles and transcript are there', 'Untertitel und Abschrift sind da'),
  tried: both('Somebody has followed every step', 'Jemand hat jeden Schritt nachgemacht'),
  support: both('Support has read it', 'Der Support hat es gelesen'),
  criticism: both('Criticism is answered, not brushed aside', 'Kritik wird beantwortet, nicht weggewischt'),
  unsubscribe: both('Unsubscribing works', 'Abmelden geht'),
  print: both('Proof has been read on paper', 'Der Abzug ist auf Papier gelesen'),
  terms: both('Conditions and last day are named', 'Bedingungen und letzter Tag sind genannt'),
} satisfies Record<string, Localized>
export type CheckKey = keyof typeof checks
export const checkTexts: Readonly<Record<CheckKey, Localized>> = checks

/** Checks that make sense for some types only; the others fit all. */
const checkTypes: Readonly<Partial<Record<CheckKey, readonly TypeKey[]>>> = {
  first: ['blog_post', 'faq', 'page'],
  search: ['blog_post', 'faq', 'page'],
  alt: ['blog_post', 'faq', 'page', 'email', 'social_post', 'document'],
  landing: ['ad', 'social_post', 'offline'],
  limits: ['ad', 'social_post', 'message'],
  reachable: ['page'],
  subject: ['email'],
  unsubscribe: ['email'],
  subtitles: ['video'],
  print: ['offline', 'document'],
}

export function fitsType(check: CheckKey, type: string): boolean {
  const types: readonly string[] | undefined = checkTypes[check]
  return types === undefined || types.includes(type)
}
