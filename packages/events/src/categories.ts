import { backupEvents } from './backup-events.ts'
import { complaintEvents } from './complaint-events.ts'
import { contractEvents } from './contract-events.ts'
import { customerEvents } from './customer-events.ts'
import { deviationEvents } from './deviation-events.ts'
import { orderEvents } from './order-events.ts'
import { lotEvents, productEvents } from './product-events.ts'
import { staffEvents } from './staff-events.ts'
import { surveyEvents } from './survey-events.ts'
import type { EventDefinition, EventOf } from './vocabulary.ts'

/**
 * The kinds of streams: which context owns each, how its record numbers begin, and which events it holds. A new category
 * is one line here; topics, types, the registry and the AsyncAPI document follow.
 */
export const categories = {
  customer: { context: 'customers', prefix: 'CUS', events: customerEvents },
  employee: { context: 'customers', prefix: 'EMP', events: staffEvents },
  backup: { context: 'customers', prefix: 'BKP', events: backupEvents },
  product: { context: 'orders', prefix: 'PRD', events: productEvents },
  lot: { context: 'orders', prefix: 'LOT', events: lotEvents },
  deviation: { context: 'orders', prefix: 'DEV', events: deviationEvents },
  order: { context: 'orders', prefix: 'ORD', events: orderEvents },
  contract: { context: 'orders', prefix: 'CTR', events: contractEvents },
  complaint: { context: 'after-sales', prefix: 'CMP', events: complaintEvents },
  survey: { context: 'surveys', prefix: 'SVY', events: surveyEvents },
} as const satisfies Readonly<Record<string, CategoryEntry>>

interface CategoryEntry {
  readonly context: string
  /** Three capital letters, each of one category only. */
  readonly prefix: string
  readonly events: readonly EventDefinition[]
}

export type Category = keyof typeof categories
export type Context = (typeof categories)[Category]['context']

/** Any event that a category owns, in its current version. */
export type CategoryEvent = EventOf<(typeof categories)[Category]['events'][number]>

/** @throws Error for a stream that no category names */
export function categoryOf(stream: string): Category {
  const name = stream.slice(0, stream.indexOf('-'))
  if (Object.hasOwn(categories, name)) return name as Category
  throw new Error(`no context owns stream ${stream}`)
}

/** The context whose topic carries a stream. @throws Error for a stream that no category names */
export function contextOfStream(stream: string): Context {
  return categories[categoryOf(stream)].context
}
