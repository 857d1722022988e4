import { commonOptions } from './arguments'
import { type Command, exitCodes, type Option } from './command'

type Say = (key: string, details?: Record<string, string | number>) => string

const call = 'npm run -s etappe --'

export function generalHelp(commands: readonly Command[], say: Say): string {
  const lines = commands.map(({ name, positionals }) => [
    [name, ...positionals.map(argumentText)].join(' '),
    say(`cli.commands.${keyOf(name)}`),
  ])
  return [
    say('cli.help.intro'),
    '',
    `${call} ${say('cli.help.command')} [--${say('cli.help.options')}]`,
    '',
    ...columns(lines),
    '',
    say('cli.help.more', { call }),
    '',
    ...endings(say),
    '',
  ].join('\n')
}

export function commandHelp(command: Command, say: Say): string {
  const { name, positionals, options } = command
  const required = Object.entries(options).filter(([, { isRequired }]) => isRequired)
  const usage = [call, name, ...positionals.map(argumentText), ...required.map(([option, { value }]) => `--${option} ${value}`)]
  const lines = Object.entries({ ...options, ...commonOptions }).map(([option, meaning]) => [
    `--${option}${meaning.value === null ? '' : ` ${meaning.value}`}`,
    optionText(option, meaning, say),
  ])
  return [
    say(`cli.commands.${keyOf(name)}`),
    '',
    `${usage.join(' ')} [--${say('cli.help.options')}]`,
    '',
    ...columns(lines),
    '',
    ...endings(say),
    '',
  ].join('\n')
}

function optionText(name: string, { choices, isRepeated }: Option, say: Say): string {
  const parts = [say(`cli.options.${camel(name)}`)]
  if (choices) parts.push(choices.join(' | '))
  if (isRepeated) parts.push(say('cli.help.repeated'))
  return parts.join('  ')
}

const argumentText = ({ name, isOptional }: { name: string; isOptional?: boolean }): string => (isOptional ? `[${name}]` : name)

const endings = (say: Say): string[] => [
  say('cli.help.exitCodes'),
  ...columns(Object.entries(exitCodes).map(([name, code]) => [String(code), say(`cli.exit.${name}`)])),
]

function columns(lines: readonly (readonly string[])[]): string[] {
  const width = Math.max(...lines.map(([first = '']) => first.length))
  return lines.map(([first = '', second = '']) => `  ${first.padEnd(width)}  ${second}`)
}

/** `reset-password` in the catalogue of texts is `resetPassword`. */
const camel = (name: string): string => name.replace(/[ -]([a-z])/g, (_, letter: string) => letter.toUpperCase())
const keyOf = camel
