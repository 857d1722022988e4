const beyondAscii = /\P{ASCII}/u
const marks = /\p{Diacritic}/gu

/** Text as it is compared: lower case, without umlauts and accents, ß as ss. "Küche" and "KUCHE" become the same. */
export function foldText(text: string): string {
  const lower = text.toLowerCase()
  if (!beyondAscii.test(lower)) return lower
  // German first and by itself: taking characters apart costs ten times as much.
  const german = lower.replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('ü', 'u').replaceAll('ß', 'ss')
  if (!beyondAscii.test(german)) return german
  return german.normalize('NFD').replace(marks, '').replaceAll('æ', 'ae').replaceAll('œ', 'oe').replaceAll('ø', 'o')
}

/** The other way people write umlauts: "ä" as "ae". */
export function foldSpelledOut(text: string): string {
  return foldText(text.toLowerCase().normalize('NFC').replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue'))
}
