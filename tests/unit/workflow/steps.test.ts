import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '@/server/domain/access/access.rules'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'
import { stepDetails } from '@/server/domain/vocabulary/vocabulary.schema'
import { changedParts, partsOf, writtenBy } from '@/server/domain/workflow/approval.rules'
import { approvalHash } from '@/server/domain/workflow/approval-hash'
import { plainStep, type StepSettings } from '@/server/domain/workflow/step.schema'
import { checkSteps, placeForStep, refuseLastOfKind } from '@/server/domain/workflow/steps.rules'
import {
  nextApprovalStep,
  publishRefusals,
  type StepItem,
  stepBeforeApproval,
  stepItemOf,
  stepRefusals,
  stepsOfType,
} from '@/server/domain/workflow/workflow.rules'
import { translatorOf } from '@/server/i18n/translate'
import { presetVocabulary } from '@/server/presets/vocabulary'

const made = presetVocabulary({ model: 'mckinsey5', segment: 'b2c', sellsGoods: true, locale: 'en' })
const presets = made.step.map((step): Term<'step'> => ({ ...step, archivedAt: null, revision: 1 }))
const types = made.type.map((type): Term<'type'> => ({ ...type, archivedAt: null, revision: 1 }))

/** The steps of a new workspace, with these settings. */
const world = (settings: Record<string, Partial<StepSettings>> = {}) => ({
  type: types,
  step: presets.map((step) => ({ ...step, details: { ...step.details, ...settings[step.key] } })),
})
const stepIn = (steps: readonly Term<'step'>[], key: string) => steps.find((step) => step.key === key) as Term<'step'>
const member = (role: Role, userId = 'ada'): Actor => ({ kind: 'member', userId, workspaceId: 'w', role })

const item: StepItem = {
  type: 'email',
  step: 'in_progress',
  ownerId: 'ada',
  createdBy: 'ben',
  purpose: null,
  locale: 'en',
  url: null,
  plannedFor: null,
  dueOn: null,
  tags: { phase: ['retention'], channel: [], persona: [], topic: [] },
  fields: { subject: 'Thanks' },
  hasBody: false,
  ticks: [],
  approval: null,
}

const ticksOf = (...keys: string[]) => keys.map((key) => ({ step: 'in_review', key }))

/** What stands in the way, each by its last word. */
function refused(role: Role, to: string, settings: Record<string, Partial<StepSettings>> = {}, change: Partial<StepItem> = {}) {
  const place = world(settings)
  const refusals = stepRefusals(member(role), { ...item, ...change }, stepIn(place.step, to), place)
  return refusals.map(({ messageKey }) => messageKey.split('.').at(-1))
}

describe('who may move an item into a step', () => {
  test('as steps come with the program: authors up to the review, editors approve and publish', () => {
    expect(refused('author', 'in_review')).toEqual([])
    expect(refused('author', 'approved')).toEqual(['approvalRole'])
    expect(refused('editor', 'approved')).toEqual([])
    const told = (step: string) => {
      const place = world()
      const [why] = stepRefusals(member('author'), { ...item, step }, stepIn(place.step, 'approved'), place)
      return why && translatorOf('en')(why.messageKey, why.details as Record<string, string>)
    }
    expect(told('in_progress')).toBe('Approving is for editors and up. Send the item to review instead.')
    expect(told('in_review')).toBe('It is in review: whether it is approved is for editors and up to decide.')
    expect(refused('author', 'published')).toEqual(['role', 'publish'])
    expect(refused('editor', 'published')).toEqual([])
  })

  test('the role that a step asks for, and those above it', () => {
    const leads = { in_review: { moveRole: 'lead' as const } }
    expect(refused('editor', 'in_review', leads)).toEqual(['role'])
    expect(refused('admin', 'in_review', leads)).toEqual([])
    expect(refused('viewer', 'in_progress', {}, { step: 'idea' })).toEqual(['role'])
  })

  test('nobody is asked for what stands there already', () => {
    expect(refused('viewer', 'in_progress')).toEqual([])
  })
})

describe('what a step asks to be filled', () => {
  const all = {
    in_review: {
      requires: ['ownerId', 'purpose', 'url', 'body', 'tags.phase', 'tags.channel', 'fields.subject', 'fields.preheader'],
    },
  } as const satisfies Record<string, Partial<StepSettings>>

  test('names exactly what is missing, in both languages', () => {
    const place = world(all as never)
    const [refusal] = stepRefusals(member('editor'), item, stepIn(place.step, 'in_review'), place)
    expect(refusal).toMatchObject({
      messageKey: 'workflow.refusal.missing',
      details: { step: 'In review', stepDe: 'In Prüfung', count: 5 },
    })
    expect(refusal?.details.needs).toMatch(/^Purpose, Address, Text, Channels, /)
    expect(refusal?.details.needsDe).toMatch(/^Zweck, Adresse, Text, Kanäle, /)
  })

  test('what is not known of an item is not held against it', () => {
    const { type, step } = item
    const place = world(all as never)
    expect(stepRefusals(member('editor'), { type, step }, stepIn(place.step, 'in_review'), place)).toEqual([])
    const blind = { ...item, unknownFields: new Set(['preheader']), purpose: 'x', url: 'x', hasBody: true }
    const tags = { phase: ['a'], channel: ['b'], persona: [], topic: [] }
    expect(stepRefusals(member('editor'), { ...blind, tags }, stepIn(place.step, 'in_review'), place)).toEqual([])
  })

  test('is not asked of whoever sends an item back or puts it away', () => {
    const strict = { planned: { requires: ['purpose' as const] }, archived: { requires: ['purpose' as const] } }
    expect(refused('author', 'planned', strict)).toEqual([])
    expect(refused('author', 'planned', strict, { step: 'idea' })).toEqual(['missing'])
    expect(refused('author', 'planned', strict, { step: null })).toEqual(['missing'])
    expect(refused('author', 'planned', strict, { step: 'archived' })).toEqual(['missing'])
    expect(refused('author', 'archived', strict)).toEqual([])
  })

  test('is asked of every step that is passed on the way, each by its name, and of none of another type', () => {
    const name = { en: 'Spelling', de: 'Rechtschreibung' }
    const strict = world({
      planned: { requires: ['purpose'], types: ['faq'] },
      in_progress: { requires: ['plannedFor'] },
      in_review: { requires: ['purpose', 'body'], checklist: [{ key: 'spelling', name }] },
      approved: { requires: ['url'] },
    })
    const asked = (from: string | null, to: string) =>
      stepRefusals(member('editor'), { ...item, step: from }, stepIn(strict.step, to), strict).map(
        ({ messageKey, details }) => `${details.step}: ${messageKey.split('.').at(-1)}`,
      )
    const onTheWay = ['In review: missing', 'In review: checklist', 'Approved: missing']
    expect(asked('in_progress', 'approved')).toEqual(onTheWay)
    expect(asked('in_progress', 'published')).toEqual(onTheWay)
    expect(asked('idea', 'published')).toEqual(['In progress: missing', ...onTheWay])
    expect(asked(null, 'in_review')).toEqual(['In progress: missing', 'In review: missing', 'In review: checklist'])
    expect(asked('in_review', 'published')).toEqual(['Approved: missing'])
    expect(asked('approved', 'published')).toEqual([])
    expect(asked('published', 'approved')).toEqual([])
    expect(asked('idea', 'archived')).toEqual([])
  })

  test('entries of the checklist that nobody ticked', () => {
    const name = { en: 'Spelling', de: 'Rechtschreibung' }
    const listed = {
      in_review: {
        checklist: [
          { key: 'a', name },
          { key: 'b', name: { en: 'Links', de: '' } },
        ],
      },
    }
    expect(refused('author', 'in_review', listed)).toEqual(['checklist'])
    expect(refused('author', 'in_review', listed, { ticks: ticksOf('a') })).toEqual(['checklist'])
    expect(refused('author', 'in_review', listed, { ticks: ticksOf('a', 'b', 'gone') })).toEqual([])
    expect(
      refused('author', 'in_review', listed, { ticks: ticksOf('a', 'b').map((tick) => ({ ...tick, step: 'planned' })) }),
    ).toEqual(['checklist'])
  })

  test('a brief, and that its checklist is done', () => {
    const strict = { in_review: { requires: ['brief' as const, 'briefChecklist' as const] } }
    expect(refused('author', 'in_review', strict, { brief: { exists: false, isChecked: false } })).toEqual([
      'missing',
      'briefChecklist',
    ])
    expect(refused('author', 'in_review', strict, { brief: { exists: true, isChecked: false } })).toEqual(['briefChecklist'])
    expect(refused('author', 'in_review', strict, { brief: { exists: true, isChecked: true } })).toEqual([])
  })
})

describe('steps of a type', () => {
  const mails = { in_review: { types: ['email'] }, planned: { types: ['faq'] } }

  test('others are refused, whichever way the item goes', () => {
    expect(refused('admin', 'in_review', mails)).toEqual([])
    expect(refused('admin', 'planned', mails)).toEqual(['type'])
    expect(refused('admin', 'in_review', mails, { type: 'faq' })).toEqual(['type'])
    expect(stepsOfType(world(mails), 'faq').map(({ key }) => key)).not.toContain('in_review')
  })
})

describe('saying yes', () => {
  const strict = { approved: { approval: { role: 'editor' as const, notAuthor: true } } }

  test('not the author: whoever owns it, made it, or wrote what the yes would be about', () => {
    expect(refused('editor', 'approved', strict)).toEqual(['notAuthor'])
    expect(refused('editor', 'approved', strict, { ownerId: 'ben' })).toEqual([])
    expect(refused('editor', 'approved', strict, { ownerId: null })).toEqual([])
    expect(refused('editor', 'approved', strict, { ownerId: null, createdBy: 'ada' })).toEqual(['notAuthor'])
    expect(refused('editor', 'approved', strict, { ownerId: 'ben', createdBy: 'ada' })).toEqual(['notAuthor'])
    expect(refused('editor', 'approved', strict, { ownerId: 'ben', alsoBy: ['ada'] })).toEqual(['notAuthor'])
  })

  test('who already has said so is not asked again', () => {
    expect(refused('author', 'approved', strict, { step: 'published', approval: { step: 'approved' } })).toEqual([])
    expect(refused('author', 'approved', strict, { step: 'published' })).toEqual(['approvalRole'])
  })

  test('publishing needs it only where the lead asks so', () => {
    const asked = { published: { needsApproval: true } }
    const publish = (settings: Record<string, Partial<StepSettings>>, change: Partial<StepItem> = {}) =>
      publishRefusals(member('editor'), { ...item, ...change }, world(settings), { byItself: false }).map(
        ({ messageKey }) => messageKey,
      )
    expect(publish({})).toEqual([])
    expect(publish(asked)).toEqual(['workflow.refusal.approval'])
    expect(publish(asked, { step: 'approved' })).toEqual(['workflow.refusal.approval'])
    expect(publish(asked, { approval: { step: 'approved' } })).toEqual([])
    expect(publish({ ...asked, approved: { types: ['faq'] } })).toEqual([])
    expect(publish({ published: { types: ['faq'] } })).toEqual(['workflow.refusal.noLiveStep'])
  })

  test('what was approved once and is no more does not go live by itself, though by hand it may', () => {
    const lost = { ...item, hasLostApproval: true }
    const how = (byItself: boolean) =>
      publishRefusals(member('editor'), lost, world(), { byItself }).map(({ messageKey }) => messageKey)
    expect(how(true)).toEqual(['workflow.refusal.approvalLost'])
    expect(how(false)).toEqual([])
  })

  test('whoever opens the dialog for publishing is told the same before pressing, as soon as the workflow is known', () => {
    const open = { ...item, body: 'Text' }
    const state = { approval: null, lost: null, ticks: [], hasBody: true, brief: null, hasWritten: false }
    const publish = (byItself: boolean) => {
      const seen = stepItemOf(open, state, 'in_review', member('editor'))
      const place = world({ published: { needsApproval: true } })
      return publishRefusals(member('editor'), seen, place, { byItself }).map(({ messageKey }) => messageKey)
    }
    expect(publish(false)).toEqual(['workflow.refusal.approval'])
    expect(publish(true)).toEqual(['workflow.refusal.approval'])
  })

  test('the step that asks for it, and where an item goes without', () => {
    const place = world()
    expect(nextApprovalStep({ type: 'email', step: 'idea' }, place)?.key).toBe('approved')
    expect(nextApprovalStep({ type: 'email', step: 'approved' }, place)?.key).toBe('approved')
    expect(nextApprovalStep({ type: 'email', step: 'published' }, place)).toBeUndefined()
    const approved = stepIn(place.step, 'approved')
    expect(stepBeforeApproval({ type: 'email' }, approved, place)?.key).toBe('in_review')
    expect(stepBeforeApproval({ type: 'email' }, approved, world({ in_review: { types: ['faq'] } }))?.key).toBe('in_progress')
  })
})

describe('what a yes is about', () => {
  const tags = { phase: ['a', 'b'], channel: [], persona: [], topic: [], question: [] }
  const written = { title: 'T', type: 'faq', purpose: null, locale: 'en', url: null, fields: { x: { a: 1, b: 2 } }, tags }

  test('the order of tags and of the parts of a record says nothing, every other difference does', () => {
    const hash = approvalHash(written, 'Body')
    expect(approvalHash({ ...written, tags: { ...tags, phase: ['b', 'a', 'b'] }, fields: { x: { b: 2, a: 1 } } }, 'Body')).toBe(
      hash,
    )
    for (const other of [{ title: 't' }, { type: 'page' }, { purpose: 'p' }, { locale: null }, { url: 'u' }, { fields: {} }]) {
      expect(approvalHash({ ...written, ...other }, 'Body')).not.toBe(hash)
    }
    expect(approvalHash(written, 'body')).not.toBe(hash)
    expect(approvalHash({ ...written, tags: { ...tags, question: ['q'] } }, 'Body')).not.toBe(hash)
  })

  test('the parts that differ are named as in the history', () => {
    const next = { ...written, fields: { y: 'z' }, tags: { ...tags, channel: ['email'] } }
    expect(changedParts(partsOf(written, ''), partsOf(next, 'New')).toSorted((one, other) => (one < other ? -1 : 1))).toEqual([
      'body',
      'field.x',
      'field.y',
      'tags.channel',
    ])
  })
})

describe('who wrote an item', () => {
  const by = (after: Record<string, unknown> | null, subject = 'item') => ({ subject, subjectId: 'x', after })

  test('whoever touched words, fields or placement, until somebody else approved it', () => {
    const wrote = (...touches: Parameters<typeof writtenBy>[1]) => writtenBy('ada', touches).has('x')
    expect(wrote(by({ title: 'T' }))).toBe(true)
    expect(wrote(by({ tags: { phase: ['retention'] } }))).toBe(true)
    expect(wrote(by({ note: 'N', ownerId: 'ben', step: 'in_review', tags: { campaign: ['spring'] } }))).toBe(false)
    expect(wrote(by({ title: 'T' }), by({ userId: 'ben' }, 'approval'))).toBe(false)
    expect(wrote(by({ title: 'T' }), by({ userId: 'ada' }, 'approval'))).toBe(true)
    expect(wrote(by({ title: 'T' }), by({ userId: 'ben' }, 'approval'), by(null, 'approval'), by({ body: 'B' }))).toBe(true)
  })
})

describe('the steps of a workspace', () => {
  test('rows from before there were settings read as plain steps', () => {
    expect(stepDetails.parse({ kind: 'idea' })).toEqual({ ...plainStep, kind: 'idea' })
  })

  test('the last step of a kind that items need stays', () => {
    expect(() => refuseLastOfKind(presets, 'published')).toThrow('workflow.problem.last.published')
    expect(() => refuseLastOfKind(presets, 'planned')).not.toThrow()
    const twice = [...presets, { ...stepIn(presets, 'published'), key: 'live' }]
    expect(() => refuseLastOfKind(twice, 'published')).not.toThrow()
  })

  test('a new one stands behind those of its kind', () => {
    expect(placeForStep(presets, 'in_review')).toBe(5)
    expect(placeForStep(presets, 'idea')).toBe(1)
  })

  test('types and fields must exist, entries be told apart and say something', () => {
    const check = (settings: Partial<StepSettings>) => () =>
      checkSteps(world({ planned: settings }).step, new Set(['planned']), { type: types })
    const name = { en: 'A', de: 'A' }
    expect(check({ types: ['faq'], requires: ['fields.subject', 'body'] })).not.toThrow()
    expect(check({ types: ['nothing'] })).toThrow('noSuchType')
    expect(check({ requires: ['fields.nothing'] })).toThrow('noSuchField')
    expect(
      check({
        checklist: [
          { key: 'a', name },
          { key: 'a', name },
        ],
      }),
    ).toThrow('sameEntry')
    expect(check({ checklist: [{ key: 'a', name: { en: '', de: '' } }] })).toThrow('emptyEntry')
  })
})
