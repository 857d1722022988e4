/** What the page asks for and prefetches; more than these stand in the table. `family`: the campaign and all under it. */
export const itemsQuestion = (family: readonly string[]) => ({ filter: itemsFilter(family), limit: 200 })

/** As it stands in the address of the table. */
export const itemsFilter = (family: readonly string[]) => `campaign=${family.join(',')}`
