import type { ParkedDocument } from '../consumers/index.ts'
import {
  decodeCursor,
  encodeCursor,
  type PageArguments,
  pageFrom,
  pageSize,
  type UncountedPage,
} from '../paging/index.ts'
import type { RequestContext } from './request-context.ts'
import { requestError } from './request-error.ts'

/** A parked stream as `ParkedStream` shows it: why it stands still, never what the event holds. */
export interface ParkedView
  extends Pick<
    ParkedDocument,
    'consumer' | 'stream' | 'version' | 'errorCode' | 'errorMessage' | 'attempts' | 'parkedAt'
  > {
  readonly eventId: string | null
  readonly eventType: string | null
}

const LIST = 'parked'

export async function listParked(
  { kit }: RequestContext,
  { first, after }: PageArguments,
): Promise<UncountedPage<ParkedView>> {
  const size = pageSize(first)
  const [id] = after ? decodeCursor(LIST, after, 1) : []
  const { entries } = await kit.parking.list({ limit: size + 1, after: id === undefined ? null : String(id) })
  return pageFrom(entries, { size, after }, ({ _id }) => encodeCursor(LIST, [_id]), parkedView)
}

function parkedView(entry: ParkedDocument): ParkedView {
  const { consumer, stream, version, errorCode, errorMessage, attempts, parkedAt, event } = entry
  const seen = { consumer, stream, version, errorCode, errorMessage, attempts, parkedAt }
  return { ...seen, eventId: event?.id ?? null, eventType: event?.type ?? null }
}

/**
 * Has the running service try the stream again and tells what came of it.
 * @throws GraphQLError `NOT_FOUND` where nothing of the stream is parked
 */
export async function retryParked(
  { kit }: RequestContext,
  { consumer, stream }: { readonly consumer: string; readonly stream: string },
) {
  if ((await kit.parking.show(consumer, stream)) === null) throw requestError('NOT_FOUND')
  const outcome = await kit.parking.retry(consumer, stream)
  if (outcome.status === 'PENDING') return { status: outcome.status, applied: null, remaining: null, errorCode: null }
  const { status, applied, remaining, failure } = outcome
  return { status, applied, remaining, errorCode: failure?.errorCode ?? null }
}
