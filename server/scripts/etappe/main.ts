import { isProblem, type Problem } from '@/server/domain/errors'
import type { Locale } from '@/server/domain/wire.schema'
import { translatorOf } from '@/server/i18n/translate'
import { readArguments, refuseIncomplete } from './arguments'
import { type Call, type Command, Ending, type ExitCode, exitCodes } from './command'
import { commands } from './commands'
import { commandHelp, generalHelp } from './help'
import { Output } from './output'
import { closeProgram, contextOf, openProgram, type Program, reasonOf } from './program'

/** Runs the command of the arguments and ends the process with its exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  const locale = languageOf(argv, process.env)
  const say = translatorOf(locale)
  const out = new Output(argv.includes('--format=json') || argv[argv.indexOf('--format') + 1] === 'json')
  let exitCode: ExitCode
  try {
    exitCode = await run(argv, locale, out)
  } catch (error) {
    exitCode = explain(error, say, out)
  }
  await closeProgram().catch(() => undefined)
  await out.flushed()
  process.exit(exitCode)
}

async function run(argv: readonly string[], locale: Locale, out: Output): Promise<ExitCode> {
  const say = translatorOf(locale)
  const command = commandOf(argv)
  if (!command) {
    const isAsked = argv.some((part) => part === '--help' || part === '-h' || part === 'help')
    const named = argv.find((part) => !part.startsWith('-'))
    if (isAsked && (named === undefined || named === 'help')) {
      out.text(generalHelp(commands, say))
      return exitCodes.done
    }
    out.tell(named === undefined ? generalHelp(commands, say) : say('cli.usage.unknownCommand', { command: named }))
    return exitCodes.wrongUsage
  }
  const given = readArguments(command, argv.slice(command.name.split(' ').length))
  if (given.values.has('help')) {
    out.text(commandHelp(command, say))
    return exitCodes.done
  }
  refuseIncomplete(command, given)
  let opened: Promise<Program> | undefined
  const call: Call = {
    positionals: given.positionals,
    text: (option) => given.values.get(option)?.at(-1),
    list: (option) => given.values.get(option) ?? [],
    has: (option) => given.values.has(option),
    out,
    say,
    locale,
    program() {
      opened ??= openProgram()
      return opened
    },
    async context() {
      return contextOf(await call.program(), call.text('workspace') ?? '', locale)
    },
  }
  return command.run(call)
}

/** Its words come first: `workspace create --name …`. */
function commandOf(argv: readonly string[]): Command | undefined {
  return commands.find(({ name }) => name.split(' ').every((word, i) => argv[i] === word))
}

/** `--language`, else the language of the terminal, else English. */
function languageOf(argv: readonly string[], { LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Locale {
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
