import { type Instant, isInstant } from '../primitives/instant.ts'
import { RulesError } from '../rules-error.ts'

const openStatuses = ['OVERDUE', 'WARNED', 'RUNNING'] as const

/** Which open limits a board was asked for; `null` does not restrict. */
export interface DeadlineBoardQuestion {
  readonly statuses: readonly (typeof openStatuses)[number][] | null
  readonly keys: readonly string[] | null
  readonly stream: string | null
  readonly escalateTo: string | null
  /** Due before this instant. */
  readonly dueBefore: Instant | null
  /** Waited for: everything that was recorded up to this instant is to be counted. */
  readonly includes?: Instant
}

/** An empty text stands for no restriction, so an empty list needs a sign of its own. */
const NONE = '-'

/** The id of a deadline board in the graph: the whole filter, so that every service can apply it to its own limits. */
export function encodeDeadlineBoardId(question: DeadlineBoardQuestion): string {
  const { statuses, keys, stream, escalateTo, dueBefore, includes } = question
  const parts = [stream, escalateTo, dueBefore, ...(includes ? [includes] : [])].map((part) => {
    return encodeURIComponent(part ?? '')
  })
  return [encodeList(statuses), encodeList(keys), ...parts].join('|')
}

/** @throws RulesError `DEADLINE_INVALID` for a text that no `encodeDeadlineBoardId` made. */
export function decodeDeadlineBoardId(id: string): DeadlineBoardQuestion {
  try {
    const [statusList, keyList, ...parts] = id.split('|')
    const [stream, escalateTo, dueBefore, includes] = parts.map((part) => decodeURIComponent(part) || null)
    const statuses = decodeList(statusList ?? NONE)
    if (parts.length < 3 || parts.length > 4 || !areStatuses(statuses)) throw notAnId(id)
    if (dueBefore !== null && !isInstant(dueBefore)) throw notAnId(id)
    if (includes !== undefined && !isInstant(includes)) throw notAnId(id)
    const keys = decodeList(keyList ?? NONE)
    const asked = { statuses, keys, stream: stream ?? null, escalateTo: escalateTo ?? null, dueBefore }
    return { ...asked, ...(includes && { includes }) }
  } catch (cause) {
    throw cause instanceof RulesError ? cause : notAnId(id, cause)
  }
}

function encodeList(list: readonly string[] | null): string {
  if (list === null) return ''
  return list.length === 0 ? NONE : list.map(encodeURIComponent).join(',')
}

function decodeList(text: string): readonly string[] | null {
  if (text === '') return null
  return text === NONE ? [] : text.split(',').map(decodeURIComponent)
}

function areStatuses(list: readonly string[] | null): list is DeadlineBoardQuestion['statuses'] {
  const known: readonly string[] = openStatuses
  return list === null || list.every((status) => known.includes(status))
}

function notAnId(id: string, cause?: unknown): RulesError {
  return new RulesError('DEADLINE_INVALID', `'${id.slice(0, 200)}' is not the id of a deadline board`, { cause })
}
