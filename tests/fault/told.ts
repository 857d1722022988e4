/** What a process says: what it is about to write, and what was acknowledged. */
export type Told =
  | { readonly what: 'begin'; readonly name: string; readonly version: number }
  | { readonly what: 'made' | 'saved'; readonly name: string; readonly version: number; readonly id: string }
  | { readonly what: 'scheduled'; readonly name: string; readonly id: string }

const phases = ['awareness', 'consideration', 'retention'] as const

/** All parts of an item say which version they are of, so that two halves of two versions would show. */
export function contentOf(name: string, version: number) {
  return {
    title: `${name} version ${version}`,
    body: `Body of version ${version}. ${'More words. '.repeat(version % 7)}`,
    tags: { phase: [phases[version % phases.length] ?? phases[0]], channel: version % 2 === 0 ? ['blog'] : ['email'] },
  }
}
