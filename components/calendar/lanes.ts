/** The height of a campaign's bar with its gap, in rem. */
export const laneHeight = 1.75
