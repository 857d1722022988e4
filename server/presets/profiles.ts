import type { z } from 'zod'
import type { Localized } from '@/server/domain/wire.schema'
import type { segment } from '@/server/domain/workspaces/workspace.schema'
import { both, derived, type Provenance, stated } from '@/server/presets/preset'

export type Segment = z.infer<typeof segment>

/** How the two kinds of business differ, and what a workspace gets because of it. */
export interface ProfileAspect extends Provenance {
  readonly key: string
  readonly name: Localized
  readonly b2c: Localized
  readonly b2b: Localized
  readonly effect: Localized
}

export const profileAspects: readonly ProfileAspect[] = [
  {
    key: 'decision',
    name: both('Decision', 'Entscheidung'),
    b2c: both('Quick, alone, with feeling.', 'Schnell, allein, mit Gefühl.'),
    b2b: both(
      'Slow and shared by several roles; three in four value a talk in person or by phone.',
      'Langwierig und von mehreren Rollen getragen; drei von vier schätzen das Gespräch, persönlich oder am Telefon.',
    ),
    effect: both(
      'B2B starts with roles as personas and more wanted content in consideration.',
      'B2B beginnt mit Rollen als Personas und mehr gewünschten Inhalten in der Überlegung.',
    ),
    ...stated('S3'),
  },
  {
    key: 'relationship',
    name: both('Relationship', 'Beziehung'),
    b2c: both(
      'One purchase at a time; price, convenience and image count.',
      'Kauf für Kauf; Preis, Bequemlichkeit und Image zählen.',
    ),
    b2b: both('Long and personal, built on trust.', 'Lang und persönlich, auf Vertrauen gebaut.'),
    effect: both('B2B wants more content in loyalty.', 'B2B wünscht mehr Inhalte für die Bindung.'),
    ...stated('S3'),
  },
  {
    key: 'approach',
    name: both('Approach', 'Ansprache'),
    b2c: both('Wide reach, emotion, discounts.', 'Große Reichweite, Gefühl, Rabatte.'),
    b2b: both(
      'Narrow and factual: white papers, use cases, demos.',
      'Gezielt und sachlich: Whitepaper, Anwendungsbeispiele, Vorführungen.',
    ),
    effect: both(
      'Phone, website and trade fair count in preference, where demos and offers happen.',
      'Telefon, Website und Messe zählen in der Präferenz, wo Vorführung und Angebot stattfinden.',
    ),
    ...stated('S3'),
  },
  {
    key: 'information',
    name: both('Information', 'Information'),
    b2c: both('Simple, with the benefit first.', 'Einfach, mit dem Nutzen voran.'),
    b2b: both('Detailed, technical, made for one customer.', 'Ausführlich, technisch, auf den Kunden zugeschnitten.'),
    effect: both(
      'Expert information belongs to the usual content of consideration.',
      'Fachinformation gehört zum üblichen Inhalt der Überlegung.',
    ),
    ...stated('S3'),
  },
  {
    key: 'motive',
    name: both('Motive', 'Motiv'),
    b2c: both('Emotion, brand, a personal wish.', 'Gefühl, Marke, persönlicher Wunsch.'),
    b2b: both('Need, efficiency, return on investment.', 'Bedarf, Effizienz, Rendite.'),
    effect: both(
      'Content about the return is expected before the choice.',
      'Inhalte zur Rendite werden vor der Auswahl erwartet.',
    ),
    ...derived('S3'),
  },
]

export interface PersonaPreset extends Provenance {
  readonly key: string
  readonly name: Localized
  readonly note: Localized
}

/** The people who decide together in a company. */
export const b2bPersonas: readonly PersonaPreset[] = [
  {
    key: 'decision_maker',
    name: both('Decision maker', 'Entscheider/in'),
    note: both('Signs. Asks for return, risk and references.', 'Unterschreibt. Fragt nach Rendite, Risiko und Referenzen.'),
    ...derived('S3'),
  },
  {
    key: 'specialist',
    name: both('Specialist', 'Fachabteilung'),
    note: both(
      'Judges whether it works here. Wants details and a demo.',
      'Beurteilt, ob es hier funktioniert. Will Details und eine Vorführung.',
    ),
    ...derived('S3'),
  },
  {
    key: 'purchasing',
    name: both('Purchasing', 'Einkauf'),
    note: both('Compares offers, terms and delivery.', 'Vergleicht Angebote, Konditionen und Lieferung.'),
    ...derived('S3'),
  },
  {
    key: 'user',
    name: both('User', 'Anwender/in'),
    note: both(
      'Works with it every day. Needs instruction and quick help.',
      'Arbeitet täglich damit. Braucht Einweisung und schnelle Hilfe.',
    ),
    ...derived('S3'),
  },
]
