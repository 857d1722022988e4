'use client'

import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { FormDialog } from '@/components/ui/form-dialog'
import { Menu } from '@/components/ui/menu'
import { MenuCheckboxItem, MenuGroup, MenuItem, MenuRadioGroup, MenuRadioItem, MenuSeparator } from '@/components/ui/menu-items'
import { TextInput } from '@/components/ui/text-input'
import { FeedDialog } from '@/components/views/feed-dialog'
import { useViews } from '@/components/views/use-views'
import { screensOfItems } from '@/components/views/view-definition'
import { feedScreens } from '@/server/domain/feeds/feed.schema'
import type { View } from '@/server/domain/views/view.schema'

const everything = '*'
const hasDates = (screen: View['screen']): boolean => (feedScreens as readonly string[]).includes(screen)
const builtInId = (definition: string): string => `*${definition}`

interface Props {
  screen: View['screen']
  /** Views that every workspace has, beside the one of everything. */
  more?: readonly { readonly definition: string; readonly name: string }[]
}

/** Named views of a screen: open one, change it, save it as one's own or for the team. */
export function ViewsMenu({ screen, more = [] }: Props) {
  const text = useText('views')
  const { can } = useWorkspace()
  const { views, others, current, definition, isEdited, open, show, saveAs, save, change, remove } = useViews(screen)
  const [isSubscribing, setSubscribing] = useState(false)
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null)
  const mine = views.filter(({ isTeam }) => !isTeam)
  const team = views.filter(({ isTeam }) => isTeam)
  const builtIn = current ? undefined : more.find((view) => view.definition === definition)
  const chosen = current?.id ?? (builtIn ? builtInId(builtIn.definition) : definition === '' ? everything : '')
  const radios = (list: readonly View[]) =>
    list.map((view) => (
      <MenuRadioItem key={view.id} value={view.id}>
        {view.isDefault ? text('withDefault', { name: view.name }) : view.name}
      </MenuRadioItem>
    ))
  const pick = (id: string) => {
    const other = more.find((view) => builtInId(view.definition) === id)
    if (other) show(other.definition)
    else open([...views, ...others].find((view) => view.id === id) ?? null)
  }

  return (
    <>
      <Menu
        trigger={
          <Button>
            {current
              ? text(isEdited ? 'edited' : 'named', { name: current.name })
              : builtIn
                ? text('named', { name: builtIn.name })
                : text('all')}
            <ChevronDown aria-hidden />
          </Button>
        }
      >
        <MenuRadioGroup label={text('all')} labelHidden value={chosen} onValueChange={pick}>
          <MenuRadioItem value={everything}>{text('everything')}</MenuRadioItem>
          {more.map(({ definition: wanted, name }) => (
            <MenuRadioItem key={wanted} value={builtInId(wanted)}>
              {name}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
        {mine.length > 0 ? (
          <MenuRadioGroup label={text('mine')} value={chosen} onValueChange={pick}>
            {radios(mine)}
          </MenuRadioGroup>
        ) : null}
        {team.length > 0 ? (
          <MenuRadioGroup label={text('team')} value={chosen} onValueChange={pick}>
            {radios(team)}
          </MenuRadioGroup>
        ) : null}
        {screensOfItems.map((other) => {
          const there = others.filter((view) => view.screen === other)
          return there.length > 0 ? (
            <MenuRadioGroup key={other} label={text(`from.${other}`)} value={chosen} onValueChange={pick}>
              {there.map((view) => (
                <MenuRadioItem key={view.id} value={view.id}>
                  {view.name}
                </MenuRadioItem>
              ))}
            </MenuRadioGroup>
          ) : null
        })}
        <MenuSeparator />
        {current && current.screen !== screen && isEdited ? (
          <MenuItem onSelect={() => open(current)}>{text('reset')}</MenuItem>
        ) : null}
        {current?.screen === screen ? (
          <MenuGroup label={current.name}>
            {isEdited && current.canEdit ? <MenuItem onSelect={() => save(current)}>{text('save')}</MenuItem> : null}
            {isEdited ? <MenuItem onSelect={() => open(current)}>{text('reset')}</MenuItem> : null}
            {current.canEdit ? <MenuItem onSelect={() => setNaming('rename')}>{text('rename')}</MenuItem> : null}
            {current.canEdit ? (
              <MenuCheckboxItem value={current.isDefault} onValueChange={(isDefault) => change(current, { isDefault })}>
                {text(current.isTeam ? 'teamDefault' : 'myDefault')}
              </MenuCheckboxItem>
            ) : null}
            {current.canEdit && current.isTeam ? (
              <MenuCheckboxItem value={current.isLocked} onValueChange={(isLocked) => change(current, { isLocked })}>
                {text('locked')}
              </MenuCheckboxItem>
            ) : null}
            {current.canEdit ? (
              <MenuItem danger onSelect={() => remove(current)}>
                {text('delete')}
              </MenuItem>
            ) : null}
          </MenuGroup>
        ) : null}
        <MenuItem onSelect={() => setNaming('new')}>{text('saveAs')}</MenuItem>
        {hasDates(screen) ? <MenuItem onSelect={() => setSubscribing(true)}>{text('subscribe')}</MenuItem> : null}
      </Menu>
      {isSubscribing ? (
        <FeedDialog current={isEdited ? undefined : current} saveAs={saveAs} onClose={() => setSubscribing(false)} />
      ) : null}
      {naming !== null ? (
        <NameDialog
          start={naming === 'rename' ? (current?.name ?? '') : ''}
          mayShare={naming === 'new' && can('view.team')}
          onClose={() => setNaming(null)}
          onSave={(name, isTeam) => {
            setNaming(null)
            if (naming === 'rename' && current) change(current, { name })
            else void saveAs(name, isTeam)
          }}
        />
      ) : null}
    </>
  )
}

interface NameProps {
  start: string
  mayShare: boolean
  onClose: () => void
  onSave: (name: string, isTeam: boolean) => void
}

function NameDialog({ start, mayShare, onClose, onSave }: NameProps) {
  const text = useText('views')
  const [name, setName] = useState(start)
  const [isTeam, setTeam] = useState(false)
  return (
    <FormDialog
      size="sm"
      title={text(start === '' ? 'saveAs' : 'rename')}
      action={text('saveName')}
      disabled={name.trim() === ''}
      onSubmit={() => onSave(name.trim(), isTeam)}
      onClose={onClose}
    >
      <TextInput label={text('name')} required maxLength={80} value={name} onValueChange={setName} />
      {mayShare ? <Checkbox label={text('share')} value={isTeam} onValueChange={setTeam} /> : null}
    </FormDialog>
  )
}
