/** What was typed and not sent, so that looking at another tab does not lose it. Gone when the page is loaded anew. */
const kept = new Map<string, string>()

export const keptText = (place: string): string => kept.get(place) ?? ''

export function keepText(place: string, text: string): void {
  if (text === '') kept.delete(place)
  else kept.set(place, text)
}
