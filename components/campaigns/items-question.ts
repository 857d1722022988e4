/** What the page asks for and prefetches; more than these stand in the table. */
export const itemsQuestion = (campaign: string) => ({ filter: itemsFilter(campaign), limit: 200 })

/** As it stands in the address of the table: the campaign and all under it. */
export const itemsFilter = (campaign: string) => `campaign=${campaign}`
