import type { DomainEvent } from '@afterline/events'
import { historyId } from '@afterline/events'
import { RulesError, type Violation } from '@afterline/rules'
import {
  type Command,
  type Finding,
  type HistoryOutcome,
  type Repository,
  type RequestContext,
  requestError,
  ServiceError,
} from '@afterline/service-kit'
import type { ProductCommand } from '../product/product.ts'
import type { Repositories } from '../repositories.ts'
import type { ImportOrderRecord, ImportProductRecord, ImportSourceInput, Resolvers } from '../schema.generated.ts'
import { type HistoryKind, type IdOf, type OrderRecord, orderHistory } from './order-history.ts'
import { sideBySide } from './side-by-side.ts'

const MOST_PER_BATCH = 200
/** Each record is a transaction of its own; more at once would only queue for connections. */
const AT_ONCE = 8

/** One record as it goes into the store. */
interface Told<Cmd extends Command> {
  readonly row: number
  readonly key: string
  readonly id: string
  readonly commands: readonly Cmd[]
  /** Why it cannot be told at all. */
  readonly violations: readonly Violation[]
}

export function importResolvers({ products, orders }: Repositories): Resolvers {
  return {
    Mutation: {
      async importProducts(_, { input: { source, records } }, context) {
        const told = withinLimit(records).map((record) => productHistory(context, record, idsOf(source)))
        return { results: await sideBySide(told, AT_ONCE, (record) => tell(context, products, source, record)) }
      },
      async importOrders(_, { input: { source, records } }, context) {
        const idOf = idsOf(source)
        const told = withinLimit(records).map((record) => ({
          ...orderHistory(orderRecord(record), idOf, actorOf(context)),
          row: record.row,
          key: record.key,
          id: idOf('order', record.key),
        }))
        return { results: await sideBySide(told, AT_ONCE, (record) => tell(context, orders, source, record)) }
      },
    },
  }
}

function withinLimit<Item>(records: readonly Item[]): readonly Item[] {
  if (records.length <= MOST_PER_BATCH) return records
  throw requestError('INPUT_INVALID', `A batch has ${MOST_PER_BATCH} records at most.`)
}

function idsOf({ system }: ImportSourceInput): IdOf {
  return (kind: HistoryKind, key: string) => historyId(system, kind, key)
}

function actorOf({ principal }: RequestContext) {
  return { id: principal.id, role: 'OPERATOR' }
}

async function tell<State, Cmd extends Command, Event extends DomainEvent, Facts>(
  context: RequestContext,
  repository: Repository<State, Cmd, Event, Facts>,
  { system, file }: ImportSourceInput,
  { row, key, id, commands, violations }: Told<Cmd>,
) {
  const source = { system, file, row }
  const outcome =
    violations.length > 0 ? unusable(violations) : await apply(context, repository, { id, commands, source })
  return {
    row,
    key,
    id,
    status: statuses[outcome.status],
    findings: outcome.document?.findings ?? [],
    violations: reasonsOf(outcome),
  }
}

const statuses = { imported: 'IMPORTED', alreadyPresent: 'ALREADY_PRESENT', unusable: 'UNUSABLE' } as const

/** What violates a rule and is imported all the same is a finding; violations are only what kept a record out. */
function reasonsOf({ status, violations }: HistoryOutcome<unknown>): readonly Violation[] {
  return status === 'unusable' ? violations : []
}

async function apply<State, Cmd extends Command, Event extends DomainEvent, Facts>(
  { kit, principal }: RequestContext,
  repository: Repository<State, Cmd, Event, Facts>,
  record: { readonly id: string; readonly commands: readonly Cmd[]; readonly source: Finding['source'] },
): Promise<Pick<HistoryOutcome<State>, 'status' | 'document' | 'violations'>> {
  const backdatedBecause = `import from ${record.source.system}`
  try {
    return await kit.commands.importHistory(repository, {
      ...record,
      backdatedBecause,
      correlationId: principal.correlationId,
    })
  } catch (error) {
    // One record that cannot be read must not keep out the other 199.
    if (error instanceof RulesError || (error instanceof ServiceError && isAboutTheRecord(error))) {
      return unusable([unreadable(error)])
    }
    throw error
  }
}

function isAboutTheRecord({ code }: ServiceError): boolean {
  return code === 'INPUT_INVALID' || code === 'EVENT_INVALID'
}

function unusable(violations: readonly Violation[]) {
  return { status: 'unusable', document: null, violations } as const
}

function unreadable(error: RulesError | ServiceError): Violation {
  return {
    rule: 'ORD-3',
    message: { zh: '该记录无法读取。', en: `The record cannot be read: ${error.message}` },
    path: [],
    remedy: { zh: '更正后重新导入。', en: 'Correct it and import it again.' },
    facts: { code: error.code },
  }
}

function orderRecord(record: ImportOrderRecord): OrderRecord {
  return {
    key: record.key,
    customerKey: record.customerKey,
    channel: record.channel ?? 'DIRECT',
    salespersonId: record.salespersonId ?? null,
    placedAt: record.placedAt ?? null,
    confirmedAt: record.confirmedAt ?? null,
    rejectedAt: record.rejectedAt ?? null,
    shippedAt: record.shippedAt ?? null,
    deliveredAt: record.deliveredAt ?? null,
    cancelledAt: record.cancelledAt ?? null,
    lines: record.lines.map((line) => ({ ...line, contractShipBy: line.contractShipBy ?? null })),
  }
}

function productHistory(context: RequestContext, record: ImportProductRecord, idOf: IdOf): Told<ProductCommand> {
  const { row, key } = record
  const productId = idOf('product', key)
  const code = record.code ?? key
  const data = {
    productId,
    code,
    name: record.name ?? code,
    productClass: record.productClass ?? 'UNREGULATED',
    isSterile: record.isSterile ?? false,
    registrationNumber: record.registrationNumber ?? null,
    manufacturer: record.manufacturer ?? null,
    model: record.model ?? null,
    specification: record.specification ?? null,
    unit: record.unit ?? 'piece',
    listPrice: record.listPrice ?? null,
    productCategory: record.productCategory ?? null,
    sourceKey: key,
  }
  const at = record.registeredAt ?? context.kit.now()
  return {
    row,
    key,
    id: productId,
    commands: [{ type: 'RegisterProduct', at, by: actorOf(context), data }],
    violations: [],
  }
}
