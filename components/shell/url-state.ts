/**
 * How state stands in the address, for `useQueryState` and `useQueryStates` of nuqs: a deliberate step (a chip added, a
 * cell opened) can be gone back from; typing changes the entry it is in. Screens ask the server through tRPC, so the
 * address changes without a round trip of its own.
 */
export const deliberate = { history: 'push', shallow: true, scroll: false } as const
export const typing = { history: 'replace', shallow: true, scroll: false } as const
