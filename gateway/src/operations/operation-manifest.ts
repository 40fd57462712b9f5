import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** One operation that may be asked for. */
export interface PersistedOperation {
  /** What clients name it by; their builds make it of the body. */
  readonly id: string
  readonly name: string
  readonly type: 'query' | 'mutation'
  readonly body: string
}

/** Apollo's persisted query manifest, as the builds of portals write it. */
const manifestSchema = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z
    .array(
      z.object({
        id: z.string().min(1),
        name: z.string().min(1),
        type: z.enum(['query', 'mutation']),
        body: z.string().min(1),
      }),
    )
    .min(1),
})

/** Names of files, comma-separated: every portal's build writes one of its own. */
export const manifestFiles = z.string().transform((text, context): readonly PersistedOperation[] => {
  const files = text.split(',').map((file) => file.trim())
  return files.flatMap((file, index) => {
    const parsed = manifestSchema.safeParse(contentOf(file))
    if (parsed.success) return parsed.data.operations
    for (const problem of problemsOf(parsed.error)) context.addIssue(`file ${index + 1} ${problem}`)
    return []
  })
})

function problemsOf({ issues }: z.ZodError): readonly string[] {
  return issues.map(({ path, message }) =>
    path.length === 0 ? 'is no persisted query manifest (JSON)' : `at ${path.join('.')}: ${message}`,
  )
}

/** `null` for what is no JSON file. */
function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
