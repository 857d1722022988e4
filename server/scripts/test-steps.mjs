import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureChromium } from './chromium.mjs'

/** @typedef {{ passed: number, failed: number }} Sum */
/** `isExtra`: runs only when asked for by name. @typedef {{ name: string, isFast: boolean, isExtra?: boolean, run: (root: string) => Promise<Sum> }} Step */

/** Settings of whoever starts the tests must not reach them. */
const foreign = [
  'NODE_ENV',
  'PORT',
  'HOST',
  'DATA_DIR',
  'DATABASE_URL',
  'PUBLIC_URL',
  'SESSION_SECRET',
  'TRUST_PROXY',
  'LOG_LEVEL',
  'TEST_DATABASE',
  'BROWSER_TESTS',
]

/** @type {readonly Step[]} */
const steps = [
  check('types', true, 'node_modules/typescript/bin/tsc', '--noEmit'),
  check('lint', true, 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'),
  check('architecture', true, 'node_modules/tsx/dist/cli.mjs', 'server/scripts/check-architecture.ts'),
  check('unused', false, 'node_modules/knip/bin/knip.js', '--no-progress'),
  vitest('unit', true),
  vitest('property', true),
  vitest('integration', false),
  vitest('integration', false, 'postgres'),
  { name: 'build', isFast: false, run: build },
  { name: 'browser', isFast: false, run: (root) => browser(root) },
  { name: 'thorough', isFast: false, isExtra: true, run: (root) => browser(root, 'thorough') },
]

/**
 * Runs the steps one after another and adds up what each reports. A step that crashes, or finds nothing to run, counts as failed.
 * @param {string} root @param {{ isFast: boolean, only: string[] }} wish @returns {Promise<Sum>}
 */
export async function runSteps(root, { isFast, only }) {
  for (const name of foreign) delete process.env[name]
  const chosen = steps.filter((step) => (only.length > 0 ? only.includes(step.name) : !step.isExtra && (!isFast || step.isFast)))
  const unknown = only.filter((name) => !steps.some((step) => step.name === name))
  if (unknown.length > 0)
    throw new Error(`There is no step called ${unknown.join(', ')}; there are ${steps.map(({ name }) => name).join(', ')}.`)
  const total = { passed: 0, failed: 0 }
  /** @type {string[]} */
  const table = []
  for (const { name, run } of chosen) {
    console.log(`\n── ${name}`)
    const startedAt = performance.now()
    const sum = await run(root).catch((error) => {
      console.error(error instanceof Error ? error.message : error)
      return { passed: 0, failed: 1 }
    })
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    table.push(
      `${sum.failed > 0 ? '✗' : '✓'} ${name.padEnd(24)} ${String(sum.passed).padStart(5)} passed ${String(sum.failed).padStart(4)} failed ${seconds.padStart(7)} s`,
    )
    total.passed += sum.passed
    total.failed += sum.failed
  }
  console.log(`\n${table.join('\n')}\n`)
  return total
}

/** Counts as one test. @param {string} name @param {boolean} isFast @param {string[]} command @returns {Step} */
function check(name, isFast, ...command) {
  return {
    name,
    isFast,
    async run(root) {
      const isGood = (await runNode(root, command)) === 0
      return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 }
    },
  }
}

/** @param {string} project @param {boolean} isFast @param {'sqlite' | 'postgres'} [dialect] @returns {Step} */
function vitest(project, isFast, dialect = 'sqlite') {
  const name = project === 'integration' ? `integration-${dialect}` : project
  return {
    name,
    isFast,
    async run(root) {
      const report = freshReport(root, name)
      const command = [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--project',
        project,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ]
      const code = await runNode(root, command, { TEST_DATABASE: dialect })
      return sumOf(code, name, () => {
        const { numPassedTests, numFailedTests, testResults } = readReport(report)
        // A file that cannot even be loaded has no tests to report.
        const unread = testResults.filter(
          (/** @type {any} */ file) =>
            file.status === 'failed' && file.assertionResults.every((/** @type {any} */ one) => one.status !== 'failed'),
        )
        return { passed: numPassedTests, failed: numFailedTests + unread.length }
      })
    },
  }
}

/** @param {string} root */
async function build(root) {
  await ensureBuilt(root)
  return { passed: 1, failed: 0 }
}

/** @param {string} root @param {'thorough'} [which] left out: the daily paths */
async function browser(root, which) {
  await ensureBuilt(root)
  const CHROMIUM_PATH = await ensureChromium(root)
  const report = freshReport(root, which ?? 'browser')
  if (!which) console.log('The daily paths; the corners of the older screens are run by: npm test -- thorough')
  const code = await runNode(root, ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'], {
    CHROMIUM_PATH,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    ...(which ? { BROWSER_TESTS: which } : {}),
  })
  return sumOf(code, which ?? 'browser', () => {
    const { stats } = readReport(report)
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
  })
}

/**
 * What the report says, and what the exit code says about it: a runner that ended badly has failed whatever it wrote.
 * @param {number} code @param {string} name @param {() => Sum} read @returns {Sum}
 */
function sumOf(code, name, read) {
  let sum = { passed: 0, failed: 0 }
  try {
    sum = read()
  } catch {
    console.error(`${name} left no report: it crashed.`)
    return { passed: 0, failed: 1 }
  }
  if (sum.passed + sum.failed === 0) {
    console.error(`${name} ran no test at all.`)
    return { passed: 0, failed: 1 }
  }
  if (code !== 0 && sum.failed === 0) {
    console.error(`${name} ended with ${code} although no test failed.`)
    return { ...sum, failed: 1 }
  }
  return sum
}

/** @param {string} root @param {string} name */
function freshReport(root, name) {
  const folder = join(root, '.cache', 'reports')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${name}.json`)
  rmSync(file, { force: true })
  return file
}

/** @param {string} file */
const readReport = (file) => JSON.parse(readFileSync(file, 'utf8'))

/** @param {string} root @param {string[]} command @param {Record<string, string>} [more] @returns {Promise<number>} */
function runNode(root, command, more = {}) {
  const [script = '', ...parts] = command
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, script), ...parts], {
      cwd: root,
      env: { ...process.env, ...more },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
