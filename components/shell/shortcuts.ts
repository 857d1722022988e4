/** The screens, by the first part of their address below the workspace; `everywhere` holds on all of them. */
export const screens = [
  'coverage',
  'my-work',
  'notifications',
  'gaps',
  'content',
  'campaigns',
  'calendar',
  'board',
  'journey',
  'questions',
  'activity',
  'import',
  'settings',
] as const
export type Screen = (typeof screens)[number] | 'everywhere'

interface Shortcut {
  readonly screen: Screen
  /** Alternatives. Keys of one chord joined by `+` (`mod`: Ctrl, on Apple machines Cmd), chords after each other by a space. */
  readonly keys: readonly string[]
  /** Also while typing. */
  readonly inFields?: true
  /** Handled by a table or list that has the focus itself; listed in the dialog, never dispatched. */
  readonly byFocus?: true
}

/**
 * Every key of the program. Screens say what theirs do with `useShortcut(id, …)`; a screen's key wins over the same one
 * of everywhere. The dialog behind `?` and all tooltips are made from this list; names are in shell.json under `shortcut`.
 */
export const shortcuts = {
  palette: { screen: 'everywhere', keys: ['mod+k'], inFields: true },
  help: { screen: 'everywhere', keys: ['?'] },
  search: { screen: 'everywhere', keys: ['/', 'f'] },
  newItem: { screen: 'everywhere', keys: ['c'] },
  undo: { screen: 'everywhere', keys: ['mod+z'] },
  goCoverage: { screen: 'everywhere', keys: ['g h'] },
  goGaps: { screen: 'everywhere', keys: ['g p'] },
  goMyWork: { screen: 'everywhere', keys: ['g m'] },
  goNotifications: { screen: 'everywhere', keys: ['g n'] },
  goContent: { screen: 'everywhere', keys: ['g t'] },
  goCampaigns: { screen: 'everywhere', keys: ['g k'] },
  goCalendar: { screen: 'everywhere', keys: ['g c'] },
  goQuestions: { screen: 'everywhere', keys: ['g q'] },
  goBoard: { screen: 'everywhere', keys: ['g b'] },
  goJourney: { screen: 'everywhere', keys: ['g j'] },
  goActivity: { screen: 'everywhere', keys: ['g v'] },
  goImport: { screen: 'everywhere', keys: ['g i'] },
  goSettings: { screen: 'everywhere', keys: ['g s'] },
  save: { screen: 'everywhere', keys: ['mod+s'], inFields: true },
  submit: { screen: 'everywhere', keys: ['mod+Enter'], inFields: true },
  close: { screen: 'everywhere', keys: ['Escape'], byFocus: true },

  coverageMove: { screen: 'coverage', keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], byFocus: true },
  coverageOpen: { screen: 'coverage', keys: ['Enter'], byFocus: true },

  gapNext: { screen: 'gaps', keys: ['j'] },
  gapPrevious: { screen: 'gaps', keys: ['k'] },
  gapOpen: { screen: 'gaps', keys: ['Enter'], byFocus: true },
  gapPlan: { screen: 'gaps', keys: ['c'] },
  gapWaive: { screen: 'gaps', keys: ['w'] },
  gapAssign: { screen: 'gaps', keys: ['a'] },

  itemNext: { screen: 'content', keys: ['j'] },
  itemPrevious: { screen: 'content', keys: ['k'] },
  itemOpen: { screen: 'content', keys: ['Enter'], byFocus: true },
  itemPeek: { screen: 'content', keys: ['Space'], byFocus: true },
  itemSelect: { screen: 'content', keys: ['x'] },
  itemSelectRange: { screen: 'content', keys: ['Shift+x'] },
  itemSelectAll: { screen: 'content', keys: ['mod+a'] },
  cellEdit: { screen: 'content', keys: ['F2', 'e'] },
  cellMove: { screen: 'content', keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], byFocus: true },
  editPhase: { screen: 'content', keys: ['p'] },
  editChannel: { screen: 'content', keys: ['n'] },
  editStatus: { screen: 'content', keys: ['s'] },
  editOwner: { screen: 'content', keys: ['o'] },
  editDate: { screen: 'content', keys: ['d'] },
  editTopics: { screen: 'content', keys: ['l'] },

  calendarToday: { screen: 'calendar', keys: ['t'] },
  calendarMonth: { screen: 'calendar', keys: ['1'] },
  calendarWeek: { screen: 'calendar', keys: ['2'] },
  calendarAgenda: { screen: 'calendar', keys: ['3'] },
  calendarQuarter: { screen: 'calendar', keys: ['4'] },
  calendarBefore: { screen: 'calendar', keys: ['PageUp'] },
  calendarAfter: { screen: 'calendar', keys: ['PageDown'] },
  calendarGoTo: { screen: 'calendar', keys: ['g d'] },
  calendarDays: { screen: 'calendar', keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], byFocus: true },
  calendarNext: { screen: 'calendar', keys: ['j'] },
  calendarPrevious: { screen: 'calendar', keys: ['k'] },
  calendarCreate: { screen: 'calendar', keys: ['Enter'], byFocus: true },
  calendarMoveEntry: { screen: 'calendar', keys: ['m'] },
  calendarDayLater: { screen: 'calendar', keys: ['Alt+ArrowRight'], byFocus: true },
  calendarDayEarlier: { screen: 'calendar', keys: ['Alt+ArrowLeft'], byFocus: true },
  calendarWeekLater: { screen: 'calendar', keys: ['Alt+ArrowDown'], byFocus: true },
  calendarWeekEarlier: { screen: 'calendar', keys: ['Alt+ArrowUp'], byFocus: true },
  calendarCampaignEnd: {
    screen: 'calendar',
    keys: ['Alt+Shift+ArrowRight', 'Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowDown', 'Alt+Shift+ArrowUp'],
    byFocus: true,
  },
  calendarSelect: { screen: 'calendar', keys: ['x'] },
  calendarSelectRange: { screen: 'calendar', keys: ['Shift+x'] },
  calendarSelectAll: { screen: 'calendar', keys: ['mod+a'] },
  cardWalk: { screen: 'board', keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], byFocus: true },
  cardOpen: { screen: 'board', keys: ['Enter'], byFocus: true },
  cardPeek: { screen: 'board', keys: ['Space'], byFocus: true },
  cardShift: { screen: 'board', keys: ['Alt+ArrowUp', 'Alt+ArrowDown', 'Alt+ArrowLeft', 'Alt+ArrowRight'], byFocus: true },
  boardMove: { screen: 'board', keys: ['m'] },
  boardSelect: { screen: 'board', keys: ['x'] },
  boardSelectRange: { screen: 'board', keys: ['Shift+x'] },

  questionSearch: { screen: 'questions', keys: ['/', 'f'] },

  journeyMove: { screen: 'journey', keys: ['ArrowLeft', 'ArrowRight'], byFocus: true },
} as const satisfies Record<string, Shortcut>

export type ShortcutId = keyof typeof shortcuts

export const shortcut = (id: ShortcutId): Shortcut => shortcuts[id]
export const shortcutIds = Object.keys(shortcuts) as ShortcutId[]

/** Keys without Ctrl, Cmd or Alt can be switched off: speech input and shaky hands set them off unmeant (WCAG 2.1.4). */
export const isSingleKey = (keys: string): boolean =>
  !/\b(mod|Ctrl|Alt)\+/.test(keys) && !['Escape', 'Enter', 'F2'].includes(keys)

/** The chord that an event makes, in the writing of the list above. */
export function chordOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  isApple: boolean,
): string {
  const name = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key
  // Which signs need Shift depends on the keyboard, so it counts for letters and named keys only.
  const isShifted = event.shiftKey && (name.length > 1 || /\p{L}/u.test(name))
  const mod = isApple ? event.metaKey : event.ctrlKey
  const other = isApple ? event.ctrlKey : event.metaKey
  return [mod && 'mod', other && 'Ctrl', event.altKey && 'Alt', isShifted && 'Shift', name].filter(Boolean).join('+')
}
