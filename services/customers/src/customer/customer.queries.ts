import {
  type Connection,
  connectionOf,
  decodeCursor,
  encodeCursor,
  pageSize,
  type RequestContext,
} from '@afterline/service-kit'
import DataLoader from 'dataloader'
import type { QueryCustomersArgs } from '../schema.generated.ts'
import { maySee, onlyOwnFilesOf } from './customer.access.ts'
import { type CustomerDocument, type CustomerFileDocument, type CustomerModel, withFile } from './customer.model.ts'

type Conditions = Readonly<Record<string, unknown>>

/** One database read for all files that a request refers to; a file that the caller may not see is not there. */
export function fileLoader(
  model: CustomerModel,
  context: RequestContext,
): DataLoader<string, CustomerFileDocument | null> {
  return context.loaderOf('customer', () => new DataLoader((ids) => filesById(model, context, ids)))
}

async function filesById(model: CustomerModel, { principal }: RequestContext, ids: readonly string[]) {
  const documents = await model.find({ _id: { $in: [...ids] } }).lean<CustomerDocument[]>()
  const files = new Map(documents.map((document) => [document._id, withFile(document)]))
  return ids.map((id) => {
    const file = files.get(id) ?? null
    return file && maySee(principal, file.state) ? file : null
  })
}

/** The field that each order sorts by; the id decides between equals. */
const SORT_FIELDS = { ORGANISATION: 'organisation', LEAST_RECENTLY_UPDATED: 'updatedAt' } as const

export async function listFiles(
  model: CustomerModel,
  context: RequestContext,
  args: QueryCustomersArgs,
): Promise<Connection<CustomerFileDocument>> {
  const size = pageSize(args.first)
  const field = SORT_FIELDS[args.sort ?? 'ORGANISATION']
  const conditions = [
    ...filterConditions(args.filter),
    ...accessConditions(context),
    ...pageConditions(field, args.after),
  ]
  const documents = await model
    .find(conditions.length === 0 ? {} : { $and: conditions })
    .sort({ [`state.${field}`]: 1, _id: 1 })
    .limit(size + 1)
    .lean<CustomerDocument[]>()
  const files = documents.flatMap((document) => withFile(document) ?? [])
  const cursorOf = ({ _id, state }: CustomerFileDocument) => encodeCursor([state[field], _id])
  return connectionOf(files, size, args.after, cursorOf, (file) => file)
}

function filterConditions(filter: QueryCustomersArgs['filter']): readonly Conditions[] {
  const { kind, ownerId, organisationStartsWith: prefix, notUpdatedSince } = filter ?? {}
  return [
    ...(kind ? [{ 'state.kind': kind }] : []),
    ...(ownerId ? [{ 'state.ownerId': ownerId }] : []),
    // A range instead of a pattern: it uses the index, and nothing in the text has a meaning of its own.
    ...(prefix ? [{ 'state.organisation': { $gte: prefix, $lt: `${prefix}\uffff` } }] : []),
    ...(notUpdatedSince ? [{ 'state.updatedAt': { $lt: notUpdatedSince } }] : []),
  ]
}

function accessConditions({ principal }: RequestContext): readonly Conditions[] {
  const owner = onlyOwnFilesOf(principal)
  return owner === null ? [] : [{ 'state.ownerId': owner }]
}

function pageConditions(field: string, after: string | null | undefined): readonly Conditions[] {
  if (!after) return []
  const [value, id] = decodeCursor(after, 2)
  return [{ $or: [{ [`state.${field}`]: { $gt: value } }, { [`state.${field}`]: value, _id: { $gt: id } }] }]
}
