import type { Bilingual } from '@afterline/rules'
import { GraphQLError } from 'graphql'

/** Every error code that a client of the graph can meet, besides those of the store (`serviceErrors`). */
export const requestErrors = {
  UNAUTHENTICATED: {
    zh: '令牌缺失、无效或已过期。',
    en: 'The token is missing, not valid, or has run out.',
    status: 401,
  },
  FORBIDDEN: { zh: '您的角色无权执行此操作。', en: 'None of your roles may do this.', status: 403 },
  INPUT_INVALID: { zh: '输入无法读取。', en: 'The input cannot be read.', status: 400 },
  NOT_FOUND: { zh: '没有这条记录。', en: 'There is no such record.', status: 404 },
  VERSION_CONFLICT: {
    zh: '记录已被他人修改,请重新读取。',
    en: 'Somebody else was faster; read the record again.',
    status: 409,
  },
  IDEMPOTENCY_KEY_REUSED: {
    zh: '该幂等键已用于另一条命令。',
    en: 'This idempotency key was used for another command.',
    status: 409,
  },
  BACKDATING_REFUSED: {
    zh: '补录缺少理由、过早,或会抹去已记录的超时。',
    en: 'The late entry lacks a reason, is too old, or would undo a recorded breach.',
    status: 400,
  },
  DUPLICATE: { zh: '该编号已被使用。', en: 'This number is taken.', status: 409 },
  CURSOR_INVALID: { zh: '分页游标无效。', en: 'The page cursor is not one of this list.', status: 400 },
  PAYLOAD_TOO_LARGE: { zh: '请求过大。', en: 'The request is too large.', status: 413 },
  QUERY_TOO_DEEP: { zh: '查询嵌套过深。', en: 'The query is nested too deeply.', status: 400 },
  QUERY_TOO_COMPLEX: { zh: '查询开销过大。', en: 'The query would cost too much.', status: 400 },
  QUERY_INVALID: { zh: '查询不符合图的模式。', en: 'The query does not fit the schema.', status: 400 },
  BUSY: { zh: '系统繁忙,请稍后重试。', en: 'The system is busy; try again in a moment.', status: 503 },
  SERVICE_UNAVAILABLE: {
    zh: '服务暂不可用,请稍后重试。',
    en: 'A service is away; try again in a moment.',
    status: 503,
  },
  INTERNAL: { zh: '内部错误,已记录。', en: 'An internal fault; it has been recorded.', status: 500 },
} as const satisfies Record<string, Bilingual & { readonly status: number }>

export type RequestErrorCode = keyof typeof requestErrors

export function isRequestErrorCode(code: unknown): code is RequestErrorCode {
  return typeof code === 'string' && code in requestErrors
}

/**
 * An error as clients see it: a stable code and both languages. `detail` may name what is wrong with the input; it
 * never holds personal data, secrets or anything of the inside.
 */
export function requestError(
  code: RequestErrorCode,
  detail?: string,
  extensions: Record<string, unknown> = {},
): GraphQLError {
  const { zh, en } = requestErrors[code]
  const message = detail === undefined ? en : `${en} ${detail}`
  return new GraphQLError(message, { extensions: { ...extensions, code, message: { zh, en } } })
}
