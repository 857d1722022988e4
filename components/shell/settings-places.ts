import type { Ability } from '@/server/domain/access/access.rules'

export type SettingsKey =
  | 'profile'
  | 'security'
  | 'appearance'
  | 'notifications'
  | 'phases'
  | 'channels'
  | 'personas'
  | 'topics'
  | 'questions'
  | 'purposes'
  | 'workflow'
  | 'rules'
  | 'workspace'
  | 'members'
  | 'jobs'
  | 'hooks'
  | 'audit'

interface SettingsPlace {
  /** The part of its address; its name is in shell.json. */
  readonly key: SettingsKey
  readonly group: 'person' | 'vocabulary' | 'workspace'
  /** Who sees it at all; left out: everybody, some without buttons. */
  readonly ability?: Ability
  readonly aliases: readonly string[]
}

/** The sections of the settings, in order. */
export const settingsPlaces: readonly SettingsPlace[] = [
  { key: 'profile', group: 'person', aliases: ['Profile', 'Profil', 'Name', 'Konto', 'Account'] },
  { key: 'security', group: 'person', aliases: ['Password', 'Passwort', 'Sicherheit', 'Security', 'Sign out everywhere'] },
  {
    key: 'appearance',
    group: 'person',
    aliases: ['Appearance', 'Darstellung', 'Theme', 'Density', 'Dichte', 'Language', 'Sprache', 'Shortcuts', 'Tastatur'],
  },
  {
    key: 'notifications',
    group: 'person',
    aliases: ['Notifications', 'Meldungen', 'Digest', 'Sammelmail', 'E-mail', 'Unsubscribe', 'Abbestellen'],
  },
  { key: 'phases', group: 'vocabulary', aliases: ['Phases', 'Phasen', 'Journey', 'Stages'] },
  { key: 'channels', group: 'vocabulary', aliases: ['Channels', 'Kanäle', 'Kanaele', 'Touchpoints'] },
  { key: 'personas', group: 'vocabulary', aliases: ['Personas', 'Zielgruppen', 'Audience'] },
  { key: 'topics', group: 'vocabulary', aliases: ['Topics', 'Themen', 'Products', 'Produkte'] },
  { key: 'questions', group: 'vocabulary', aliases: ['Questions', 'Fragen', 'Kundenfragen'] },
  { key: 'purposes', group: 'vocabulary', aliases: ['Purposes', 'Zwecke', 'Review', 'Prüffristen'] },
  {
    key: 'workflow',
    group: 'vocabulary',
    aliases: ['Workflow', 'Steps', 'Schritte', 'Status', 'Approval', 'Freigabe', 'Checklist', 'Checkliste'],
  },
  { key: 'rules', group: 'vocabulary', aliases: ['Rules', 'Regeln', 'Gap rules', 'Lückenregeln'] },
  { key: 'workspace', group: 'workspace', aliases: ['Workspace', 'Arbeitsbereich', 'Time zone', 'Zeitzone', 'Profil'] },
  { key: 'members', group: 'workspace', aliases: ['Members', 'Mitglieder', 'Roles', 'Rollen', 'Invite', 'Einladen'] },
  {
    key: 'jobs',
    group: 'workspace',
    ability: 'job.read',
    aliases: ['Jobs', 'Hintergrundarbeit', 'Publication', 'Veröffentlichung', 'Failed', 'Fehler', 'System health'],
  },
  {
    key: 'hooks',
    group: 'workspace',
    ability: 'hook.manage',
    aliases: ['Chat', 'Slack', 'Webhook', 'Mattermost', 'E-mail', 'SMTP', 'Mailserver'],
  },
  { key: 'audit', group: 'workspace', aliases: ['Audit log', 'Protokoll', 'History', 'Verlauf', 'Änderungen'] },
]
