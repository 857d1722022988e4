import type { JobDefinition } from './job'

/** Every kind of job the runner knows. */
export const registry: readonly JobDefinition[] = []
