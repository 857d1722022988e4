/** What the page asks for and prefetches; more than these stand in the table. */
export const itemsQuestion = (campaign: string) => ({ filter: `campaign=${campaign}`, limit: 200 })
