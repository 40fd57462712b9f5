import { randomUUID } from 'node:crypto'
import type { GraphClient } from '../graph-client.ts'
import { CommandError } from '../instance.ts'
import { digestOf, type Manifest } from './manifest.ts'
import type { RestoreProblem } from './verify-backup.ts'

const RECORD = `mutation RecordBackup($entry: Entry!, $input: RecordBackupInput!) {
  recordBackup(entry: $entry, input: $input) { violations { rule message { en } remedy { en } } }
}`

interface Answer {
  readonly recordBackup: {
    readonly violations: readonly {
      readonly rule: string
      readonly message: { readonly en: string }
      readonly remedy: { readonly en: string }
    }[]
  }
}

/** Tells the services what came of restoring a backup (OPS-1, KPI-30). Telling it again changes nothing. */
export async function recordBackup(
  graph: GraphClient,
  manifest: Manifest,
  problems: readonly RestoreProblem[],
): Promise<void> {
  const input = {
    archiveId: manifest.id,
    isRestorable: problems.length === 0,
    completedAt: manifest.completedAt,
    manifestSha256: digestOf(manifest),
    databases: manifest.databases.map(({ context, snapshotAt, collections }) => {
      const documents = collections.reduce((sum, collection) => sum + collection.documents, 0)
      const events = collections.find(({ name }) => name === 'events')?.documents ?? 0
      return { context, snapshotAt, events: String(events), documents: String(documents) }
    }),
    problems: kindsOf(problems),
  }
  const { recordBackup: answer } = await graph.query<Answer>(RECORD, { entry: { idempotencyKey: randomUUID() }, input })
  const reasons = answer.violations.map(({ rule, message, remedy }) => `${rule}: ${message.en} ${remedy.en}`)
  if (reasons.length > 0) throw new CommandError(reasons.join('\n'))
}

/** Each kind once of each service: where everything is wrong there are as many problems as events. */
function kindsOf(problems: readonly RestoreProblem[]) {
  const kinds = new Map(problems.map(({ context, code }) => [`${context} ${code}`, { context, code }]))
  return [...kinds.values()]
}
