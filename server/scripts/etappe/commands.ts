import { coverageDimensions, models, modes } from '@/server/domain/coverage/coverage.schema'
import { contentLanguageTags } from '@/server/domain/workspaces/places.rules'
import { samples, segment } from '@/server/domain/workspaces/workspace.schema'
import type { Command } from './command'

const workspaceOption = { workspace: { value: 'SLUG', isRequired: true } } as const

/** Every command, in the order of the help. What a command needs is loaded when it runs: the help and a mistake are told at once. */
export const commands: readonly Command[] = [
  {
    name: 'workspace create',
    positionals: [],
    options: {
      name: { value: 'NAME', isRequired: true },
      model: { value: 'MODEL', choices: models },
      segment: { value: 'SEGMENT', choices: segment.options },
      locale: { value: 'LOCALE', choices: contentLanguageTags },
      'time-zone': { value: 'ZONE' },
      country: { value: 'COUNTRY' },
      services: { value: null },
      sample: { value: 'SAMPLE', choices: samples },
    },
    load: async () => (await import('./workspace')).makeWorkspace,
  },
  {
    name: 'import',
    positionals: [{ name: 'FILE', isOptional: true }],
    options: {
      ...workspaceOption,
      map: { value: 'COLUMN=FIELD', isRepeated: true },
      'dry-run': { value: null },
      status: { value: 'STATUS' },
      type: { value: 'TYPE' },
      'date-order': { value: 'ORDER', choices: ['dmy', 'mdy'] },
      create: { value: 'DIMENSION', isRepeated: true, choices: ['phase', 'channel', 'persona', 'topic', 'campaign', 'purpose'] },
      tags: { value: 'HOW', choices: ['replace', 'add'] },
      empty: { value: 'HOW', choices: ['keep', 'clear'] },
      'crawl-rows': { value: 'WHICH', choices: ['indexable', 'all'] },
      site: { value: 'ADDRESS' },
      sheet: { value: 'NAME' },
      encoding: { value: 'ENCODING', choices: ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macroman'] },
      delimiter: { value: 'SIGN', choices: [';', ',', 'tab', '|'] },
      'header-row': { value: 'NUMBER' },
      resume: { value: 'ID' },
      undo: { value: 'ID' },
    },
    load: async () => (await import('./import')).importFile,
  },
  {
    name: 'coverage',
    positionals: [],
    options: {
      ...workspaceOption,
      by: { value: 'DIMENSION', choices: coverageDimensions },
      mode: { value: 'MODE', choices: modes },
      'as-of': { value: 'DATE' },
      lens: { value: 'MODEL', choices: models },
      filter: { value: 'QUERYSTRING' },
    },
    load: async () => (await import('./coverage')).showCoverage,
  },
  {
    name: 'gaps',
    positionals: [],
    options: { ...workspaceOption, 'fail-on': { value: 'SEVERITY', choices: ['must', 'should'] } },
    load: async () => (await import('./gaps')).showGaps,
  },
  {
    name: 'export',
    positionals: [],
    options: { ...workspaceOption, to: { value: 'FILE', isRequired: true }, filter: { value: 'QUERYSTRING' } },
    load: async () => (await import('./export')).exportFile,
  },
  {
    name: 'user create-admin',
    positionals: [],
    options: { email: { value: 'E-MAIL', isRequired: true }, workspace: { value: 'SLUG' } },
    load: async () => (await import('./user')).createAdmin,
  },
  {
    name: 'user reset-password',
    positionals: [],
    options: { email: { value: 'E-MAIL', isRequired: true } },
    load: async () => (await import('./user')).resetPassword,
  },
  {
    name: 'backup',
    positionals: [{ name: 'FILE' }],
    options: { force: { value: null } },
    load: async () => (await import('./backup')).backUp,
  },
  {
    name: 'restore',
    positionals: [{ name: 'FILE' }],
    options: {},
    load: async () => (await import('./backup')).restore,
  },
  {
    name: 'doctor',
    positionals: [],
    options: {},
    load: async () => (await import('./doctor')).examine,
  },
]
