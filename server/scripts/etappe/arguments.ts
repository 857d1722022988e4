import { parseArgs } from 'node:util'
import { type Command, Ending, exitCodes, type Option } from './command'

/** Every command takes these. */
export const commonOptions: Readonly<Record<string, Option>> = {
  format: { value: 'FORMAT', choices: ['table', 'json'] },
  language: { value: 'LANGUAGE', choices: ['en', 'de'] },
  help: { value: null },
}

export interface Arguments {
  readonly positionals: readonly string[]
  readonly values: ReadonlyMap<string, readonly string[]>
}

/** Reads what follows the command's name; throws an Ending that says what is wrong. */
export function readArguments(command: Command, argv: readonly string[]): Arguments {
  const known: Readonly<Record<string, Option>> = { ...command.options, ...commonOptions }
  const options = Object.fromEntries(
    Object.entries(known).map(([name, { value }]) => [
      name,
      { type: value === null ? 'boolean' : 'string', multiple: true } as const,
    ]),
  )
  const short = { ...options, help: { type: 'boolean', multiple: true, short: 'h' } as const }
  const { tokens } = parseArgs({ args: [...argv], options: short, strict: false, allowPositionals: true, tokens: true })
  const values = new Map<string, string[]>()
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName, value } = token
    const option = Object.hasOwn(known, name) ? known[name] : undefined
    if (!option) throw wrong('unknownOption', { option: rawName })
    if (option.value === null && value !== undefined) throw wrong('needlessValue', { option: rawName })
    if (option.value !== null && (value === undefined || value === ''))
      throw wrong('valueMissing', { option: rawName, value: option.value })
    if (option.choices && !option.choices.includes(value ?? ''))
      throw wrong('noSuchChoice', { option: rawName, value: value ?? '', choices: option.choices.join(', ') })
    if (values.has(name) && !option.isRepeated && option.value !== null) throw wrong('givenTwice', { option: rawName })
    values.set(name, [...(values.get(name) ?? []), value ?? ''])
  }
  return { positionals, values }
}

/** Apart from reading, because `--help` is answered whatever else is missing. */
export function refuseIncomplete({ positionals: wanted, options }: Command, { positionals, values }: Arguments): void {
  const missing = wanted.filter(({ isOptional }) => !isOptional)[positionals.length]
  if (missing) throw wrong('argumentMissing', { argument: missing.name })
  const surplus = positionals[wanted.length]
  if (surplus !== undefined) throw wrong('surplusArgument', { argument: surplus })
  const absent = Object.entries(options).find(([name, { isRequired }]) => isRequired && !values.has(name))
  if (absent) throw wrong('optionMissing', { option: `--${absent[0]}`, value: absent[1].value })
}

const wrong = (key: string, details: Ending['details']): Ending => new Ending(exitCodes.wrongUsage, `cli.usage.${key}`, details)
