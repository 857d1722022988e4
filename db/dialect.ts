/** Chosen once per process: PostgreSQL when `DATABASE_URL` says so, else SQLite in one file. */
export const dialect: 'sqlite' | 'postgres' = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '') ? 'postgres' : 'sqlite'
