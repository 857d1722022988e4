import { foldSpelledOut, foldText } from '@/server/domain/facts/fold.rules'

const wordSign = /[\p{L}\p{N}]/u

/**
 * Which of the phrases stand in the text, as whole words, in the order of the list. Case does not matter, nor does how
 * umlauts are written, nor line breaks and Markdown signs between or around the words.
 */
export function findVaguePhrases(text: string, phrases: readonly string[]): string[] {
  if (text === '' || phrases.length === 0) return []
  const plain = plainOf(text)
  const folded = foldText(plain)
  const spelled = foldSpelledOut(plain)
  return [...new Set(phrases)].filter((phrase) => {
    const wanted = plainOf(phrase)
    return wanted !== '' && (holds(folded, foldText(wanted)) || holds(spelled, foldSpelledOut(wanted)))
  })
}

function plainOf(text: string): string {
  return text
    .replace(/[*_~`\u00ad]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}

function holds(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    if (!isWordSign(text, at - 1) && !isWordSign(text, at + phrase.length)) return true
  }
  return false
}

function isWordSign(text: string, at: number): boolean {
  return at >= 0 && at < text.length && wordSign.test(text.charAt(at))
}
