import { historyId } from '@afterline/events'
import { type RequestContext, requestError } from '@afterline/service-kit'
import type { ImportCustomerRecord, ImportCustomersInput } from '../schema.generated.ts'
import type { CustomerRepository } from './customer.repository.ts'
import type { CustomerCommand } from './customer.ts'

/** Records of one request; more would hold a connection for too long. */
export const MOST_RECORDS = 200
/** Transactions under way at once. */
const PARALLEL = 8

/** Opens a file per record of another system. The id follows from system and key, so that a repeat adds nothing. */
export async function importCustomers(
  repository: CustomerRepository,
  context: RequestContext,
  { source, records }: ImportCustomersInput,
) {
  if (records.length > MOST_RECORDS) throw requestError('INPUT_INVALID', `At most ${MOST_RECORDS} records at once.`)
  const results = []
  for (let start = 0; start < records.length; start += PARALLEL) {
    const chunk = records.slice(start, start + PARALLEL)
    results.push(...(await Promise.all(chunk.map((record) => importOne(repository, context, source, record)))))
  }
  return { results }
}

async function importOne(
  repository: CustomerRepository,
  { kit, principal }: RequestContext,
  source: ImportCustomersInput['source'],
  record: ImportCustomerRecord,
) {
  const id = historyId(source.system, 'customer', record.key)
  const outcome = await kit.commands.importHistory(repository, {
    id,
    commands: [openingOf(id, record, { id: principal.id, role: 'OPERATOR' })],
    backdatedBecause: `import from ${source.system}`,
    source: { ...source, row: record.row },
    correlationId: principal.correlationId,
  })
  const status = { imported: 'IMPORTED', alreadyPresent: 'ALREADY_PRESENT', unusable: 'UNUSABLE' } as const
  const findings = (outcome.document?.findings ?? []).map((finding) => ({
    ...finding,
    source: sourceText(finding.source),
  }))
  const { row, key } = record
  return { row, key, id, status: status[outcome.status], findings, violations: outcome.violations }
}

function openingOf(customerId: string, record: ImportCustomerRecord, by: CustomerCommand['by']): CustomerCommand {
  const { organisation, kind, region, openedAt, key } = record
  return {
    type: 'OpenCustomerFile',
    at: openedAt,
    by,
    data: {
      customerId,
      organisation,
      kind,
      partyRoles: ['BUYER'],
      ownerId: null,
      region: region ?? null,
      sourceKey: key,
    },
  }
}

function sourceText({ system, file, row }: { system: string; file: string; row: number }): string {
  return `${system}/${file}:${row}`
}
