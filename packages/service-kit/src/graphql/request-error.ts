import type { Bilingual } from '@afterline/rules'
import { GraphQLError } from 'graphql'

interface RequestErrorEntry extends Bilingual {
  /** HTTP status where the whole request fails with it; a fault of one field leaves the answer at 200. */
  readonly status: number
  /** Whether the same request may succeed later. */
  readonly retryable: boolean
}

/** Every error code that a client of the graph can meet. */
export const requestErrors = {
  UNAUTHENTICATED: entry(401, '令牌缺失、无效或已过期。', 'The token is missing, not valid, or has run out.'),
  FORBIDDEN: entry(403, '您的角色无权执行此操作。', 'None of your roles may do this.'),
  STAFF_ENDED: entry(403, '您目前不在岗，无权使用。', 'You are not on the staff now.'),
  INPUT_INVALID: entry(400, '输入无法读取。', 'The input cannot be read.'),
  NOT_FOUND: entry(404, '没有这条记录。', 'There is no such record.'),
  VERSION_CONFLICT: entry(409, '记录已被他人修改，请重新读取。', 'Somebody else was faster; read the record again.'),
  NOT_YET_KNOWN: entry(
    409,
    '所依据的记录尚未传到此处，请稍后重试。',
    'What it is to come after is not known here yet; try again in a moment.',
    true,
  ),
  IDEMPOTENCY_KEY_REUSED: entry(
    409,
    '该幂等键已用于另一条命令。',
    'This idempotency key was used for another command.',
  ),
  BACKDATING_REFUSED: entry(
    400,
    '补录缺少理由、过早，或会抹去已记录的超时。',
    'The late entry lacks a reason, is too old, or would undo a recorded breach.',
  ),
  DUPLICATE: entry(409, '该编号已被使用。', 'This number is taken.'),
  CURSOR_INVALID: entry(400, '分页游标无效。', 'The page cursor is not one of this list.'),
  PAYLOAD_TOO_LARGE: entry(413, '请求过大。', 'The request is too large.'),
  QUERY_TOO_DEEP: entry(400, '查询嵌套过深。', 'The query is nested too deeply.'),
  QUERY_TOO_COMPLEX: entry(400, '查询开销过大。', 'The query would cost too much.'),
  QUERY_INVALID: entry(400, '查询不符合图的模式。', 'The query does not fit the schema.'),
  OPERATION_NOT_PERSISTED: entry(
    400,
    '该操作不在此处登记的操作之列。',
    'The operation is none of those that are registered here.',
  ),
  RATE_LIMITED: entry(429, '请求过于频繁，请稍后重试。', 'Too many requests; try again later.', true),
  BUSY: entry(503, '系统繁忙，请稍后重试。', 'The system is busy; try again in a moment.', true),
  SERVICE_UNAVAILABLE: entry(503, '服务暂不可用，请稍后重试。', 'A service is away; try again in a moment.', true),
  INTERNAL: entry(500, '内部错误，已记录。', 'An internal fault; it has been recorded.'),
} as const satisfies Record<string, RequestErrorEntry>

function entry(status: number, zh: string, en: string, retryable = false): RequestErrorEntry {
  return { status, zh, en, retryable }
}

export type RequestErrorCode = keyof typeof requestErrors

export function isRequestErrorCode(code: unknown): code is RequestErrorCode {
  return typeof code === 'string' && Object.hasOwn(requestErrors, code)
}

/**
 * An error as clients see it: a stable code and both languages. `detail` may name what is wrong with the input; it
 * never holds personal data, secrets or anything of the inside.
 */
export function requestError(
  code: RequestErrorCode,
  detail?: string,
  extensions: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  const { zh, en, retryable } = requestErrors[code]
  const message = detail === undefined ? en : `${en} ${detail}`
  return new GraphQLError(message, { extensions: { ...extensions, code, message: { zh, en }, retryable } })
}

/** The same, for a request that fails as a whole: HTTP says so too. */
export function requestRefusal(
  code: RequestErrorCode,
  detail?: string,
  extensions: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return requestError(code, detail, { ...extensions, http: { status: requestErrors[code].status } })
}
