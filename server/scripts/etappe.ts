import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

// Migrations and texts are found by the working directory, as when the program runs.
process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '../..'))
// What a command has to say it says itself; only what goes wrong unseen belongs into the log.
process.env.LOG_LEVEL ||= 'warn'

const { main } = await import('./etappe/main')
await main(process.argv.slice(2))
