import { isProblem, type Problem } from '@/server/domain/errors'
import type { Locale } from '@/server/domain/wire.schema'
import { translatorOf } from '@/server/i18n/translate'
import { readArguments, refuseIncomplete } from './arguments'
import { type Call, type Command, Ending, type ExitCode, exitCodes, reasonOf } from './command'
import { commands } from './commands'
import { commandHelp, generalHelp } from './help'
import { Output } from './output'
import type { Program } from './program'

/** Runs the command of the arguments and ends the process with its exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  const out = new Output(process.stdout, process.stderr)
  const exitCode = await answer(argv, process.env, out)
  await out.flushed()
  process.exit(exitCode)
}

type Environment = Readonly<Record<string, string | undefined>>

/** The same without ending anything: what the command has to say is in `out`. */
export async function answer(argv: readonly string[], environment: Environment, out: Output): Promise<ExitCode> {
  const locale = languageOf(argv, environment)
  const say = translatorOf(locale)
  // Loaded when a command asks for it: a mistake in the call is told without it.
  let loaded: Promise<typeof import('./program')> | undefined
  const program = () => {
    loaded ??= import('./program')
    return loaded
  }
  try {
    return await run(argv, { out, say, locale }, program)
  } catch (error) {
    return explain(error, say, out)
  } finally {
    if (loaded) await (await loaded).closeProgram().catch(() => undefined)
  }
}

async function run(
  argv: readonly string[],
  voice: Pick<Call, 'out' | 'say' | 'locale'>,
  programOf: () => Promise<typeof import('./program')>,
): Promise<ExitCode> {
  const { out, say, locale } = voice
  const command = commandOf(argv)
  if (!command) return withoutCommand(argv, out, say)
  const given = readArguments(command, argv.slice(command.name.split(' ').length))
  if (given.values.has('help')) {
    out.text(commandHelp(command, say))
    return exitCodes.done
  }
  refuseIncomplete(command, given)
  if (given.values.get('format')?.at(-1) === 'json') out.format = 'json'
  let opened: Promise<Program> | undefined
  const call: Call = {
    ...voice,
    positionals: given.positionals,
    text: (option) => given.values.get(option)?.at(-1),
    list: (option) => given.values.get(option) ?? [],
    has: (option) => given.values.has(option),
    program() {
      opened ??= programOf().then(({ openProgram }) => openProgram())
      return opened
    },
    async context() {
      const { contextOf } = await programOf()
      return contextOf(await call.program(), call.text('workspace') ?? '', locale)
    },
  }
  return (await command.load())(call)
}

function withoutCommand(argv: readonly string[], out: Output, say: Call['say']): ExitCode {
  const isAsked = argv.some((part) => part === '--help' || part === '-h' || part === 'help')
  const named = argv.find((part) => !part.startsWith('-'))
  const group = commands.filter(({ name }) => name.startsWith(`${named} `))
  if (isAsked && (named === undefined || named === 'help' || group.length > 0)) {
    out.text(generalHelp(group.length > 0 ? group : commands, say))
    return exitCodes.done
  }
  const isBare = argv.every((part) => part === named || part.startsWith('-'))
  if (isBare && group.length > 0) {
    out.tell(generalHelp(group, say))
    return exitCodes.wrongUsage
  }
  out.tell(named === undefined ? generalHelp(commands, say) : say('cli.usage.unknownCommand', { command: named }))
  return exitCodes.wrongUsage
}

/** Its words come first: `workspace create --name …`. */
function commandOf(argv: readonly string[]): Command | undefined {
  return commands.find(({ name }) => name.split(' ').every((word, i) => argv[i] === word))
}

/** `--language`, else the language of the terminal, else English. */
function languageOf(argv: readonly string[], { LC_ALL, LC_MESSAGES, LANG }: Environment): Locale {
  const at = argv.indexOf('--language')
  const said =
    argv.find((part) => part.startsWith('--language='))?.slice('--language='.length) ?? (at >= 0 ? argv[at + 1] : undefined)
  return /^de([_.@-]|$)/i.test(said ?? (LC_ALL || LC_MESSAGES || LANG || '')) ? 'de' : 'en'
}

const codeOfProblem: Record<Problem['code'], ExitCode> = {
  unauthenticated: exitCodes.refused,
  forbidden: exitCodes.refused,
  not_found: exitCodes.refused,
  conflict: exitCodes.refused,
  invalid: exitCodes.refused,
  limit_reached: exitCodes.refused,
}

function explain(error: unknown, say: Call['say'], out: Output): ExitCode {
  if (error instanceof Ending) {
    out.tell(say(error.messageKey, error.details))
    if (error.exitCode === exitCodes.wrongUsage) out.tell(say('cli.usage.seeHelp'))
    return error.exitCode
  }
  if (isProblem(error)) {
    out.tell(say(error.messageKey, error.details))
    return codeOfProblem[error.code]
  }
  out.tell(say('cli.problem.unexpected', { reason: reasonOf(error) }))
  if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) out.tell(error.stack ?? '')
  return exitCodes.failed
}
