import type { GraphClient } from '../graph-client.ts'

/** Whose limit it is, in words that people use; what the caller may not see, or nobody could say, is null. */
export interface DeadlineRecord {
  readonly number: string | null
  readonly customer: string | null
  /** Staff id of who sold or wrote it; complaints have nobody of their own. */
  readonly responsible: string | null
}

interface Answer {
  readonly number: string
  readonly customer?: { readonly organisation: string } | null
  readonly salespersonId?: string | null
}

const FIELDS: Readonly<Record<string, string>> = {
  order: 'number salespersonId customer { organisation }',
  contract: 'number salespersonId customer { organisation }',
  complaint: 'number customer { organisation }',
  backup: 'number',
}
/** Where the query of a category is not called like it. */
const QUERIES: Readonly<Record<string, string>> = { backup: 'backupRecord' }
/** Fields of the root that the graph answers at once. */
const AT_ONCE = 20
const UNKNOWN: DeadlineRecord = { number: null, customer: null, responsible: null }

/** The records of streams such as `order-<id>`, by stream. Limits are told also where their records cannot be. */
export async function recordsOf(
  graph: GraphClient,
  streams: readonly string[],
): Promise<(stream: string) => DeadlineRecord> {
  const asked = [...new Set(streams)].filter((stream) => categoryOf(stream) in FIELDS)
  const parts = Array.from({ length: Math.ceil(asked.length / AT_ONCE) }, (_, index) =>
    asked.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  )
  const found = new Map((await Promise.all(parts.map((part) => readRecords(graph, part)))).flat())
  return (stream) => found.get(stream) ?? UNKNOWN
}

async function readRecords(
  graph: GraphClient,
  streams: readonly string[],
): Promise<readonly (readonly [string, DeadlineRecord])[]> {
  const fields = streams.map((stream, index) => {
    const category = categoryOf(stream)
    return `r${index}: ${QUERIES[category] ?? category}(id: ${JSON.stringify(stream.slice(category.length + 1))}) { ${FIELDS[category]} }`
  })
  const answer = await graph
    .query<Readonly<Record<string, Answer | null>>>(`query Records { ${fields.join(' ')} }`, {})
    .catch((): Readonly<Record<string, null>> => ({}))
  return streams.map((stream, index) => [stream, recordOf(answer[`r${index}`] ?? null)])
}

function recordOf(answer: Answer | null): DeadlineRecord {
  if (answer === null) return UNKNOWN
  const { number, customer, salespersonId = null } = answer
  return { number, customer: customer?.organisation ?? null, responsible: salespersonId }
}

const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf('-'))
