/** Driver errors, told apart once. Drizzle may wrap either driver's error in `cause`. */
function codes(error: unknown): string[] {
  const found: string[] = []
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') found.push(at.code)
  }
  return found
}

export const isUniqueViolation = (error: unknown): boolean =>
  codes(error).some((code) => code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY')

/** PostgreSQL: deadlock detected, or could not serialize. The same work may be tried again. */
export const isDeadlock = (error: unknown): boolean => codes(error).some((code) => code === '40P01' || code === '40001')

export const isBusy = (error: unknown): boolean =>
  codes(error).some((code) => code === 'SQLITE_BUSY' || code === 'SQLITE_BUSY_SNAPSHOT')
