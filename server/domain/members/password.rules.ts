/** Why a password is refused. Each has a sentence in the messages under `auth.password.complaint`. */
export type PasswordComplaint = 'tooShort' | 'tooLong' | 'likeYou' | 'repeated' | 'sequence' | 'common'

/** Whose password it is: their own words make it easy to guess. */
export interface Person {
  readonly email: string
  readonly name: string
}

export const shortestPassword = 12
export const longestPassword = 200

/** Undefined when the password may be used. */
export function complaintAbout(password: string, person: Person): PasswordComplaint | undefined {
  const letters = [...password.normalize('NFC')]
  if (letters.length < shortestPassword) return 'tooShort'
  if (letters.length > longestPassword) return 'tooLong'
  if (isRepeated(letters)) return 'repeated'
  if (ownParts(letters) < shortestPassword / 2) return 'sequence'
  if (restWithout(password, wordsOf(person)) < 6) return 'likeYou'
  if (restWithout(password, common) < 4) return 'common'
  return undefined
}

/** From 0 (nothing typed) to 4 (hard to guess): the meter beside the field. A refused password never passes 1. */
export function strengthOf(password: string, person: Person): 0 | 1 | 2 | 3 | 4 {
  if (password === '') return 0
  if (complaintAbout(password, person)) return 1
  const letters = [...password.normalize('NFC')]
  const bits = Math.min(ownParts(letters), letters.length - cost(password)) * Math.log2(poolOf(password))
  if (bits < 65) return 2
  return bits < 90 ? 3 : 4
}

/** `aaaa…`, `abcabcabcabc`, or too few different characters. */
function isRepeated(letters: readonly string[]): boolean {
  if (new Set(letters).size < 5) return true
  for (let unit = 1; unit <= letters.length / 2 && unit <= 8; unit += 1) {
    if (letters.every((letter, at) => letter === letters[at % unit])) return true
  }
  return false
}

const rows = ['1234567890', 'qwertzuiopü', 'qwertyuiop', 'asdfghjklöä', 'yxcvbnm', 'zxcvbnm', 'azertyuiop']

/** How many characters do not just go on from the one before: `abcd`, `4321`, `qwert` and `aaaa` count as one each. */
function ownParts(letters: readonly string[]): number {
  let count = 0
  for (const [at, letter] of letters.entries()) {
    const before = letters[at - 1]?.toLowerCase()
    if (before === undefined || !goesOn(before, letter.toLowerCase())) count += 1
  }
  return count
}

function goesOn(before: string, letter: string): boolean {
  const step = (letter.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)
  if (Math.abs(step) <= 1) return true
  return rows.some((row) => row.includes(before + letter) || row.includes(letter + before))
}

const looksLike: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** Letters left when the words, digits and signs are taken away; read as written and with digits standing for letters. */
function restWithout(password: string, words: readonly string[]): number {
  const plain = password.normalize('NFC').toLowerCase()
  const disguised = plain.replace(/[013457@$!]/g, (sign) => looksLike[sign] ?? sign)
  return Math.min(...[plain, disguised].map((text) => strip(text, words).length))
}

function strip(text: string, words: readonly string[]): string {
  const rest = words.reduce((left, word) => left.replaceAll(word, ' '), text)
  return rest.replace(/[^\p{L}]/gu, '')
}

/** Longest first, so that a name goes as a whole before its parts. */
function wordsOf({ email, name }: Person): string[] {
  const parts = `${email} ${name}`.toLowerCase().split(/[^\p{L}]+/u)
  return [...new Set(parts)].filter((part) => part.length >= 3).sort((a, b) => b.length - a.length)
}

/** A common word is worth about two characters to whoever guesses. */
function cost(password: string): number {
  const text = password.toLowerCase()
  return common.filter((word) => text.includes(word)).reduce((sum, word) => sum + word.length - 2, 0)
}

function poolOf(password: string): number {
  const kinds: [RegExp, number][] = [
    [/\p{Ll}/u, 26],
    [/\p{Lu}/u, 26],
    [/\p{N}/u, 10],
    [/[^\p{L}\p{N}]/u, 20],
  ]
  return Math.max(
    2,
    kinds.reduce((sum, [kind, size]) => sum + (kind.test(password) ? size : 0), 0),
  )
}

/** What lists of stolen passwords begin with, in both languages; longest first. */
const common = [
  ...[
    'password',
    'passwort',
    'kennwort',
    'passphrase',
    'geheim',
    'geheimnis',
    'secret',
    'admin',
    'administrator',
    'root',
    'user',
    'benutzer',
  ],
  ...[
    'welcome',
    'willkommen',
    'hallo',
    'hello',
    'letmein',
    'login',
    'anmelden',
    'master',
    'default',
    'changeme',
    'change',
    'test',
    'guest',
    'gast',
  ],
  ...[
    'iloveyou',
    'ichliebedich',
    'love',
    'liebe',
    'schatz',
    'schatzi',
    'sunshine',
    'princess',
    'prinzessin',
    'dragon',
    'monkey',
    'football',
    'fussball',
  ],
  ...[
    'fußball',
    'baseball',
    'superman',
    'batman',
    'starwars',
    'pokemon',
    'computer',
    'internet',
    'samsung',
    'apple',
    'google',
    'microsoft',
    'windows',
  ],
  ...[
    'sommer',
    'winter',
    'herbst',
    'summer',
    'spring',
    'autumn',
    'monday',
    'montag',
    'sonntag',
    'berlin',
    'hamburg',
    'deutschland',
    'germany',
  ],
  ...[
    'qwertz',
    'qwerty',
    'qwert',
    'asdf',
    'abc',
    'etappe',
    'content',
    'marketing',
    'workspace',
    'arbeitsbereich',
    'mein',
    'my',
    'the',
    'das',
    'ist',
    'is',
  ],
].sort((a, b) => b.length - a.length)
