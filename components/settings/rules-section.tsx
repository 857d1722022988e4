'use client'

import { keepPreviousData, useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useState } from 'react'
import { problemOf, useLocalized, useProblemText, useText } from '@/components/i18n/use-text'
import { changesOf, hasSameNumbers, type RulesDraft, savedContent, withRule } from '@/components/settings/rules-draft'
import { RulesRow } from '@/components/settings/rules-row'
import { SaveBar } from '@/components/settings/save-bar'
import { SettingsSection } from '@/components/settings/settings-frame'
import { WorkspaceSettingsPhrases } from '@/components/settings/workspace-settings-phrases'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { type RuleKey, ruleKey } from '@/server/domain/gaps/gap.schema'
import { ruleDefinition } from '@/server/presets/rules'
import { stagePresets } from '@/server/presets/stages'

const groups = ['whole', 'before', 'during', 'after'] as const

/** Where a rule looks first; rules of every phase and of the whole journey stand together. */
function groupOfRule(key: RuleKey): (typeof groups)[number] {
  const { stages } = ruleDefinition(key)
  const first = stages.length === stagePresets.length ? undefined : stages[0]
  return stagePresets.find((stage) => stage.key === first)?.group ?? 'whole'
}

/** What counts as a gap in this workspace, tried out live before it is saved. */
export function RulesSection() {
  const text = useText('rules')
  const localized = useLocalized()
  const trpc = useTRPC()
  const { slug, can } = useWorkspace()
  const { data } = useSuspenseQuery(trpc.rules.list.queryOptions({ workspace: slug }))
  const { rules, phrases } = data
  const [draft, setDraft] = useState<RulesDraft>({})
  const [words, setWords] = useState<Words | null>(null)
  const [discards, setDiscards] = useState(0)
  const mayChange = can('rule.set')
  const tried = useTried(draft, rules)
  const save = useSave({ draft, setDraft, words, setWords })
  useScrollToRule()

  const changed = rules.filter(({ key }) => draft[key] !== undefined).length
  const isOtherWords = words !== null && words.list?.join('\n') !== phrases.phrases?.join('\n')
  const on = rules.filter(({ enabled }) => enabled)
  const found = on.reduce((sum, rule) => sum + rule.found, 0)
  return (
    <SettingsSection title={useText('shell.settings')('rules')} lead={text('lead', { on: on.length, all: rules.length, found })}>
      {mayChange ? null : <Notice className="mb-5">{text('readOnly')}</Notice>}
      <div className="@container">
        {groups.map((group) => (
          <section key={group} aria-labelledby={`rules-${group}`} className="mb-8">
            <h3 id={`rules-${group}`} className="border-b border-line-2 pb-1.5 font-serif text-lg">
              {text(`group.${group}`)}
            </h3>
            <ul>
              {rules
                .filter(({ key }) => groupOfRule(key) === group)
                .map((rule) => {
                  const content = draft[rule.key] ?? savedContent(rule)
                  const isTried = !hasSameNumbers(content, savedContent(rule))
                  return (
                    <RulesRow
                      key={rule.key}
                      rule={rule}
                      content={content}
                      count={isTried ? tried(rule.key) : rule.found}
                      disabled={!mayChange}
                      onChange={(next) => setDraft((before) => withRule(before, rule, next))}
                    />
                  )
                })}
            </ul>
          </section>
        ))}
      </div>
      <section aria-labelledby="rules-phrases">
        <h3 id="rules-phrases" className="font-serif text-lg">
          {text('phrases')}
        </h3>
        <p className="mt-1 mb-3 text-ink-2">
          {text('phrasesLead', { rule: localized(ruleDefinition('delivery_date_vague').name) })}
        </p>
        <WorkspaceSettingsPhrases
          key={`${phrases.revision} ${discards}`}
          value={words === null ? phrases.phrases : words.list}
          onValueChange={(list) => setWords({ list })}
          disabled={!mayChange}
        />
      </section>
      <SaveBar
        count={changed + (isOtherWords ? 1 : 0)}
        isSaving={save.isSaving}
        onSave={() => save.run(rules, phrases.revision, isOtherWords)}
        onDiscard={() => {
          setDraft({})
          setWords(null)
          setDiscards(discards + 1)
          save.forget()
        }}
        error={save.error}
        choice={
          save.conflict ? (
            <div className="flex flex-wrap gap-2">
              <Button variant="bar" onClick={() => save.run(rules, phrases.revision, isOtherWords)}>
                {text('conflict.mine')}
              </Button>
              <Button variant="bar" onClick={save.takeTheirs}>
                {text('conflict.theirs')}
              </Button>
            </div>
          ) : undefined
        }
      />
    </SettingsSection>
  )
}

/** How many gaps rules with other numbers would flag; asked for all of them together, as soon as typing pauses. */
function useTried(draft: RulesDraft, rules: Parameters<typeof changesOf>[1]): (key: RuleKey) => number | undefined {
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  const wanted = useDeferredValue(
    changesOf(draft, rules).filter(({ key, content }) => {
      const rule = rules.find((one) => one.key === key)
      return rule && !hasSameNumbers(content ?? { numbers: {} }, savedContent(rule))
    }),
  )
  const changes = wanted.map(({ key, content }) => ({ key, content }))
  const { data } = useQuery(
    trpc.rules.preview.queryOptions(
      { workspace: slug, changes },
      { enabled: changes.length > 0, placeholderData: keepPreviousData, staleTime: 0 },
    ),
  )
  return (key) => data?.[key]
}

interface Words {
  list: string[] | null
}
interface SaveState {
  draft: RulesDraft
  setDraft: (draft: RulesDraft) => void
  words: Words | null
  setWords: (words: Words | null) => void
}

function useSave({ draft, setDraft, words, setWords }: SaveState) {
  const text = useText('rules')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const tell = useUndoToast()
  const { slug } = useWorkspace()
  const refresh = () => queries.invalidateQueries()
  // A conflict is decided about with what stands there now.
  const onError = () => queries.invalidateQueries(trpc.rules.list.pathFilter())
  const rules = useMutation(
    trpc.rules.save.mutationOptions({
      onError,
      onSuccess: async ({ changeSet }, { changes }) => {
        await queries.refetchQueries(trpc.rules.list.pathFilter())
        setDraft({})
        tell(text('saved', { count: changes.length }), changeSet)
        void refresh()
      },
    }),
  )
  const phrases = useMutation(
    trpc.rules.savePhrases.mutationOptions({
      onError,
      onSuccess: async ({ changeSet }) => {
        await queries.refetchQueries(trpc.rules.list.pathFilter())
        setWords(null)
        tell(text('phrasesSaved'), changeSet)
        void refresh()
      },
    }),
  )
  const problem = problemOf(rules.error) ?? problemOf(phrases.error)
  const failed = rules.error ?? phrases.error
  const forget = () => {
    rules.reset()
    phrases.reset()
  }
  return {
    isSaving: rules.isPending || phrases.isPending,
    error: failed ? problemText(failed) : undefined,
    conflict: problem?.code === 'conflict',
    forget,
    run(list: Parameters<typeof changesOf>[1], revision: number, isOtherWords: boolean) {
      const changes = changesOf(draft, list)
      if (changes.length > 0) rules.mutate({ workspace: slug, changes })
      if (isOtherWords && words) phrases.mutate({ workspace: slug, phrases: words.list, revision })
    },
    takeTheirs() {
      const key = ruleKey.safeParse(
        typeof problem?.data === 'object' && problem.data !== null && 'key' in problem.data ? problem.data.key : undefined,
      )
      if (key.success) {
        const { [key.data]: _mine, ...others } = draft
        setDraft(others)
      } else setWords(null)
      forget()
    },
  }
}

/** The list is drawn after the address was read, so its anchor is looked for again. */
function useScrollToRule() {
  useEffect(() => {
    const key = location.hash.slice(1)
    if (ruleKey.safeParse(key).success) document.getElementById(key)?.scrollIntoView()
  }, [])
}
