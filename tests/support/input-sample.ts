import type { z } from 'zod'

/** Texts that inputs ask for: tried one after another until the schema takes one. */
const texts = [
  'a',
  'abc',
  'Correct-horse-battery-5',
  'person@example.com',
  '2026-01-31',
  '2026-01-31T10:00:00.000Z',
  'https://example.com/page',
  'Europe/Berlin',
  'DE',
  'en',
  '019a0000000070008000000000000000',
  'A'.repeat(43),
  'A'.repeat(22),
]

interface Definition {
  readonly type: string
  readonly shape?: Record<string, z.core.$ZodType>
  readonly element?: z.core.$ZodType
  readonly innerType?: z.core.$ZodType
  readonly options?: readonly z.core.$ZodType[]
  readonly entries?: Record<string, string | number>
  readonly values?: readonly unknown[]
  readonly in?: z.core.$ZodType
  readonly left?: z.core.$ZodType
  readonly right?: z.core.$ZodType
  readonly getter?: () => z.core.$ZodType
}

const takes = (schema: z.core.$ZodType, value: unknown): boolean => (schema as z.ZodType).safeParse(value).success

/**
 * Some value that the schema takes, worked out from the schema itself, so that a standing test can call every procedure there is.
 * Undefined when it finds none: then the test says so and the procedure gets an example by hand.
 */
export function sampleFor(schema: z.core.$ZodType): unknown {
  const definition = schema._zod.def as unknown as Definition
  return candidates(definition).find((value) => takes(schema, value))
}

function candidates(definition: Definition): unknown[] {
  const inner = (part: z.core.$ZodType | undefined): unknown[] => (part ? [sampleFor(part)] : [])
  switch (definition.type) {
    case 'string':
      return texts
    case 'number':
    case 'int':
      return [1, 0, 10, 100, 2026]
    case 'boolean':
      return [true]
    case 'date':
      return [new Date('2026-01-31T10:00:00Z')]
    case 'object': {
      const all = Object.entries(definition.shape ?? {})
      const wanted = all.filter(([, part]) => !takes(part, undefined))
      const of = (parts: typeof all) => Object.fromEntries(parts.map(([name, part]) => [name, sampleFor(part)]))
      // The least first; some objects ask that anything at all be said.
      return [of(wanted), of(all), ...all.map((part) => of([...wanted, part]))]
    }
    case 'array':
      return [[], ...inner(definition.element).map((value) => [value])]
    case 'record':
      return [{}]
    case 'enum':
      return Object.values(definition.entries ?? {})
    case 'literal':
      return [...(definition.values ?? [])]
    case 'nullable':
      return [...inner(definition.innerType), null]
    case 'union':
      return (definition.options ?? []).map(sampleFor)
    case 'intersection':
      return [Object.assign({}, ...inner(definition.left), ...inner(definition.right))]
    case 'pipe':
      return [...inner(definition.in), ...texts]
    case 'lazy':
      return inner(definition.getter?.())
    case 'unknown':
    case 'any':
      return ['a', {}]
    case 'void':
    case 'undefined':
      return [undefined]
    case 'null':
      return [null]
    default:
      return inner(definition.innerType)
  }
}
