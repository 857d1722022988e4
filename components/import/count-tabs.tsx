'use client'

import { useState } from 'react'
import { useText } from '@/components/i18n/use-text'
import { ImportRows } from '@/components/import/row-list'
import { TabPanel, Tabs } from '@/components/ui/tabs'
import type { ImportCounts, RowList } from '@/server/domain/exchange/import-run.schema'

/** The numbers of an import; each opens into its rows. */
export function CountTabs({ id, counts, lists }: { id: string; counts: ImportCounts; lists: readonly RowList[] }) {
  const text = useText('wizard')
  const [list, setList] = useState<RowList>(lists.find((name) => counts[name] > 0) ?? lists[0] ?? 'failed')
  return (
    <Tabs
      label={text('numbers')}
      value={list}
      onValueChange={setList}
      items={lists.map((value) => ({ value, label: text(`list.${value}`), count: counts[value], disabled: counts[value] === 0 }))}
    >
      {lists.map((value) => (
        <TabPanel key={value} value={value}>
          {value === list ? <ImportRows id={id} list={value} /> : null}
        </TabPanel>
      ))}
    </Tabs>
  )
}
