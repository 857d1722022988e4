import { inject } from 'vitest'

// Before anything of the program is loaded: the dialect is chosen once per process, when `db/dialect` is first imported.
const url = inject('postgresUrl')
if (url) process.env.DATABASE_URL = url.replace('{name}', 'template_etappe')
else delete process.env.DATABASE_URL
process.env.LOG_LEVEL ??= 'silent'
