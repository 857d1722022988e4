/** Signs in to databases that the bench has made, which live for a few minutes on this machine. */
export const account = { name: 'Bench', email: 'bench@example.com', password: 'plan-walnut-harbour-52' } as const
