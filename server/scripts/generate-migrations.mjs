// `npm run db:generate -- --name <word>`: the migration of a changed schema, for both databases.
import { spawnSync } from 'node:child_process'

const tool = 'node_modules/drizzle-kit/bin.cjs'
for (const url of ['', 'postgres://schema']) {
  const env = { ...process.env, DATABASE_URL: url }
  const { status } = spawnSync(process.execPath, [tool, 'generate', ...process.argv.slice(2)], { env, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
