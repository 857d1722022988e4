import { foldText } from '@/server/domain/facts/fold.rules'
export const findVaguePhrases = (text: string, phrases: readonly string[]): string[] => {
  const folded = foldText(text)
  return phrases.filter((phrase) => folded.includes(foldText(phrase)))
}
