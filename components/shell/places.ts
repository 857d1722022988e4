import type { LucideIcon } from 'lucide-react'
import {
  CalendarDays,
  CircleDashed,
  Grid3x3,
  History,
  Import,
  ListTodo,
  Megaphone,
  MessageCircleQuestionMark,
  Rows3,
  Settings,
  SquareKanban,
  Waypoints,
} from 'lucide-react'
import type { ShortcutId } from '@/components/shell/shortcuts'
import { useWorkspace } from '@/components/shell/workspace'
import type { Ability } from '@/server/domain/access/access.rules'

export type PlaceKey =
  | 'coverage'
  | 'my-work'
  | 'gaps'
  | 'content'
  | 'campaigns'
  | 'calendar'
  | 'board'
  | 'journey'
  | 'questions'
  | 'activity'
  | 'import'
  | 'settings'

interface Place {
  /** Also the first part of its address and its name in shell.json. */
  readonly key: PlaceKey
  readonly group: 'look' | 'plan' | 'data'
  readonly icon: LucideIcon
  readonly shortcut: ShortcutId
  /** Who gets there at all; left out: everybody. */
  readonly ability?: Ability
  /** At the lower edge of a phone, where four have room. */
  readonly isDaily?: true
  /** Other words for it in both languages, for the palette. */
  readonly aliases: readonly string[]
}

/** The screens of a workspace in the order of the navigation. */
export const places: readonly Place[] = [
  {
    key: 'coverage',
    group: 'look',
    icon: Grid3x3,
    shortcut: 'goCoverage',
    isDaily: true,
    aliases: ['Coverage', 'Abdeckung', 'Heatmap', 'Start', 'Home'],
  },
  {
    key: 'my-work',
    group: 'look',
    icon: ListTodo,
    shortcut: 'goMyWork',
    aliases: ['My work', 'Meine Arbeit', 'To do', 'Aufgaben', 'Tasks', 'Fällig', 'Due', 'Today', 'Heute'],
  },
  {
    key: 'gaps',
    group: 'look',
    icon: CircleDashed,
    shortcut: 'goGaps',
    isDaily: true,
    aliases: ['Gaps', 'Lücken', 'Luecken', 'Findings', 'Befunde'],
  },
  {
    key: 'content',
    group: 'look',
    icon: Rows3,
    shortcut: 'goContent',
    isDaily: true,
    aliases: ['Content', 'Inhalte', 'Items', 'Tabelle', 'Table', 'Inventar'],
  },
  {
    key: 'campaigns',
    group: 'plan',
    icon: Megaphone,
    shortcut: 'goCampaigns',
    aliases: ['Campaigns', 'Kampagnen', 'Aktionen', 'Initiatives', 'Timeline', 'Zeitachse'],
  },
  {
    key: 'calendar',
    group: 'plan',
    icon: CalendarDays,
    shortcut: 'goCalendar',
    aliases: ['Calendar', 'Kalender', 'Schedule', 'Termine', 'Agenda', 'Month', 'Monat', 'Plan'],
  },
  {
    key: 'board',
    group: 'plan',
    icon: SquareKanban,
    shortcut: 'goBoard',
    aliases: ['Board', 'Kanban', 'Tafel', 'Cards', 'Karten', 'Columns', 'Spalten'],
  },
  {
    key: 'journey',
    group: 'plan',
    icon: Waypoints,
    shortcut: 'goJourney',
    isDaily: true,
    aliases: ['Journey', 'Map', 'Karte', 'Phasen', 'Phases', 'Reise'],
  },
  {
    key: 'questions',
    group: 'plan',
    icon: MessageCircleQuestionMark,
    shortcut: 'goQuestions',
    aliases: ['Customer questions', 'Kundenfragen', 'Fragen', 'Questions', 'Answers', 'Antworten'],
  },
  {
    key: 'activity',
    group: 'plan',
    icon: History,
    shortcut: 'goActivity',
    aliases: ['Activity', 'Verlauf', 'Feed', 'News', 'Neues', 'Log'],
  },
  {
    key: 'import',
    group: 'data',
    icon: Import,
    shortcut: 'goImport',
    ability: 'import.run',
    aliases: ['Import', 'Einlesen', 'CSV', 'Excel', 'XLSX', 'Upload'],
  },
  { key: 'settings', group: 'data', icon: Settings, shortcut: 'goSettings', aliases: ['Settings', 'Einstellungen', 'Options'] },
]

/** Those that the person's role leads to. */
export function useOpenPlaces(): readonly Place[] {
  const { can } = useWorkspace()
  return places.filter(({ ability }) => ability === undefined || can(ability))
}
