/** Marks that turn the direction of everything behind them: in a list or a letter they would turn the words of others, too. */
export const turningMarks = /[\u202a-\u202e\u2066-\u2069]/gu
/** Signs that are no writing, but for the end of a line and the tab. */
const controlSigns = /(?![\n\r\t])\p{Cc}/gu

/** What people write, as it is kept. Writing from right to left needs none of what is taken out. */
export const cleanText = (text: string): string => text.replace(turningMarks, '').replace(controlSigns, '')
