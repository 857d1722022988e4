'use client'

import { Combobox } from '@base-ui/react/combobox'
import { LoaderCircle, Plus } from 'lucide-react'
import { cn } from '@/components/ui/class-names'
import { isCreateOption } from '@/components/ui/combobox-options'
import { floatStyle, groupLabelStyle, listStyle, rowStyle } from '@/components/ui/float-style'
import type { OptionGroup } from '@/components/ui/option'
import { chosenMark, OptionRow } from '@/components/ui/option-row'
import { useUiWords } from '@/components/ui/ui-words'

/** The floating list of both comboboxes. `foot` stands below the options, for a hint. */
export function ComboboxList({ loading = false, foot }: { loading?: boolean; foot?: React.ReactNode }) {
  const words = useUiWords()
  return (
    <Combobox.Portal>
      <Combobox.Positioner sideOffset={4} collisionPadding={8} className="z-50 outline-none">
        <Combobox.Popup
          data-float
          className={cn(floatStyle, 'w-max min-w-[max(var(--anchor-width),12rem)] max-w-[min(24rem,var(--available-width))]')}
        >
          <Combobox.Status className={cn(loading && 'flex items-center gap-2 px-3 py-2 text-sm text-ink-3')}>
            {loading ? (
              <>
                <LoaderCircle aria-hidden className="size-4 animate-spin" />
                {words.loading}
              </>
            ) : null}
          </Combobox.Status>
          <Combobox.Empty>
            {loading ? null : <div className="px-3 py-2 text-sm text-ink-3">{words.noMatches}</div>}
          </Combobox.Empty>
          <Combobox.List className={cn(listStyle, 'empty:hidden')}>
            {(group: OptionGroup) => (
              <Combobox.Group key={group.items.some(isCreateOption) ? 'create' : `group ${group.value}`} items={group.items}>
                {group.value === '' ? null : <Combobox.GroupLabel className={groupLabelStyle}>{group.value}</Combobox.GroupLabel>}
                <Combobox.Collection>
                  {(option: OptionGroup['items'][number]) => (
                    <Combobox.Item key={option.value} value={option} disabled={option.disabled} className={rowStyle}>
                      {isCreateOption(option) ? (
                        <>
                          <Plus aria-hidden className="size-4 text-ink-3" />
                          {words.create(option.label)}
                        </>
                      ) : (
                        <>
                          <OptionRow option={option} indicator={null} />
                          <Combobox.ItemIndicator className="text-accent">{chosenMark}</Combobox.ItemIndicator>
                        </>
                      )}
                    </Combobox.Item>
                  )}
                </Combobox.Collection>
              </Combobox.Group>
            )}
          </Combobox.List>
          {foot ? <div className="border-t px-3 py-2 text-xs text-ink-3">{foot}</div> : null}
        </Combobox.Popup>
      </Combobox.Positioner>
    </Combobox.Portal>
  )
}
