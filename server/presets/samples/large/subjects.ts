import type { Localized } from '@/server/domain/wire.schema'
import { both } from '@/server/presets/preset'

/** What an item is about, in the forms that German titles need. */
export interface Subject {
  readonly key: string
  readonly kind: 'product' | 'theme'
  readonly name: Localized
  /** English slot {x} and German slots {x}, {zu}, {den}, {dem}. */
  readonly en: string
  readonly de: { readonly x: string; readonly zu: string; readonly den: string; readonly dem: string }
  /** A fact or two for the text. */
  readonly detail: Localized
  readonly personas: readonly string[]
}

type Article = 'die' | 'das' | 'der'
const forms: Readonly<Record<Article, readonly [zu: string, den: string, dem: string]>> = {
  die: ['zur', 'die', 'der'],
  das: ['zum', 'das', 'dem'],
  der: ['zum', 'den', 'dem'],
}

function subject(
  kind: Subject['kind'],
  key: string,
  en: string,
  article: Article,
  de: string,
  detail: Localized,
  personas: readonly string[],
): Subject {
  const [zu, den, dem] = forms[article]
  const name = both(`${en.charAt(0).toUpperCase()}${en.slice(1)}`, de)
  return { key, kind, name, en, de: { x: de, zu: `${zu} ${de}`, den: `${den} ${de}`, dem: `${dem} ${de}` }, detail, personas }
}

export const products: readonly Subject[] = [
  subject(
    'product',
    'uhu_camera',
    'Uhu camera',
    'die',
    'Kamera Uhu',
    both(
      'It sees colours down to moonlight and keeps its pictures on a card in the house.',
      'Sie sieht bis Mondlicht in Farbe und speichert auf einer Karte im Haus.',
    ),
    ['homeowners', 'shopkeepers'],
  ),
  subject(
    'product',
    'dachs_window_lock',
    'Dachs window lock',
    'das',
    'Fensterschloss Dachs',
    both(
      'Two bolts hold a tonne; there is a version without drilling for rented flats.',
      'Zwei Riegel halten eine Tonne; für Mietwohnungen gibt es eine Ausführung ohne Bohren.',
    ),
    ['homeowners', 'tenants'],
  ),
  subject(
    'product',
    'igel_alarm',
    'Igel alarm system',
    'die',
    'Alarmanlage Igel',
    both(
      'Radio contacts, a battery for 48 hours and a siren of 105 decibels.',
      'Funkkontakte, eine Batterie für 48 Stunden und eine Sirene mit 105 Dezibel.',
    ),
    ['homeowners', 'shopkeepers'],
  ),
  subject(
    'product',
    'luchs_motion',
    'Luchs motion detector',
    'der',
    'Bewegungsmelder Luchs',
    both(
      'It ignores pets up to 25 kilograms and switches the light in half a second.',
      'Er übersieht Haustiere bis 25 Kilogramm und schaltet das Licht in einer halben Sekunde.',
    ),
    ['homeowners', 'seniors'],
  ),
  subject(
    'product',
    'biber_door_bar',
    'Biber door bar',
    'der',
    'Türriegel Biber',
    both(
      'A steel bar across the whole door, opened from outside with a key.',
      'Ein Stahlriegel über die ganze Tür, von außen mit Schlüssel zu öffnen.',
    ),
    ['tenants', 'seniors', 'property_managers'],
  ),
  subject(
    'product',
    'elster_intercom',
    'Elster video intercom',
    'die',
    'Videotürklingel Elster',
    both(
      'Shows who rings before the door opens, also on a second screen upstairs.',
      'Sie zeigt, wer klingelt, bevor die Tür aufgeht, auf Wunsch auch auf einem zweiten Bildschirm oben.',
    ),
    ['seniors', 'property_managers'],
  ),
  subject(
    'product',
    'hamster_safe',
    'Hamster safe',
    'der',
    'Tresor Hamster',
    both(
      'Anchored in the floor, fire-resistant for thirty minutes, 48 or 200 kilograms.',
      'Im Boden verankert, dreißig Minuten feuerfest, 48 oder 200 Kilogramm schwer.',
    ),
    ['homeowners', 'shopkeepers'],
  ),
  subject(
    'product',
    'grille_smoke_alarm',
    'Grille smoke alarm',
    'der',
    'Rauchmelder Grille',
    both(
      'Ten-year battery, radio link to all rooms, a voice that names the room.',
      'Zehn-Jahres-Batterie, Funk in alle Räume, eine Stimme, die den Raum nennt.',
    ),
    ['tenants', 'property_managers'],
  ),
]

export const themes: readonly Subject[] = [
  subject(
    'theme',
    'burglary_protection',
    'burglary protection',
    'der',
    'Einbruchschutz',
    both(
      'Most attempts end when the first window holds for a few minutes.',
      'Die meisten Versuche enden, wenn das erste Fenster ein paar Minuten standhält.',
    ),
    ['homeowners'],
  ),
  subject(
    'theme',
    'holidays_away',
    'holidays away from home',
    'die',
    'Urlaubszeit',
    both('A full letterbox says more than closed shutters.', 'Ein voller Briefkasten verrät mehr als geschlossene Läden.'),
    ['homeowners', 'tenants'],
  ),
  subject(
    'theme',
    'rented_flat',
    'safety in a rented flat',
    'die',
    'Sicherheit in der Mietwohnung',
    both(
      'Whatever leaves no hole behind may usually be fitted without asking.',
      'Was kein Loch hinterlässt, darf meist ohne Rückfrage angebracht werden.',
    ),
    ['tenants', 'property_managers'],
  ),
  subject(
    'theme',
    'old_buildings',
    'safety in old buildings',
    'die',
    'Sicherheit im Altbau',
    both(
      'Casement windows can be secured without spoiling their look.',
      'Kastenfenster lassen sich sichern, ohne ihr Gesicht zu verlieren.',
    ),
    ['homeowners', 'property_managers'],
  ),
  subject(
    'theme',
    'shops_and_offices',
    'protection for shops and offices',
    'der',
    'Schutz für Laden und Büro',
    both(
      'Insurers ask for a certified system from a certain stock value on.',
      'Ab einem bestimmten Warenwert verlangt die Versicherung eine zertifizierte Anlage.',
    ),
    ['shopkeepers'],
  ),
  subject(
    'theme',
    'pets',
    'pets and alarms',
    'der',
    'Alarm mit Haustieren',
    both('A cat on the window sill should not wake the street.', 'Eine Katze auf der Fensterbank soll nicht die Straße wecken.'),
    ['homeowners', 'tenants'],
  ),
  subject(
    'theme',
    'privacy',
    'privacy with cameras',
    'der',
    'Datenschutz bei Kameras',
    both('The pavement in front of the house must not be in the picture.', 'Der Gehweg vor dem Haus darf nicht im Bild sein.'),
    ['homeowners', 'shopkeepers'],
  ),
  subject(
    'theme',
    'grants',
    'grants for protection',
    'die',
    'Förderung für Sicherheit',
    both(
      'Apply first, order afterwards: the other way round there is no money.',
      'Erst beantragen, dann bestellen: Umgekehrt gibt es kein Geld.',
    ),
    ['homeowners', 'seniors'],
  ),
]
