/** Every fault that the store reports, with what it means for the caller and whether the same call may succeed later. */
export const serviceErrors = {
  VERSION_CONFLICT: {
    meaning: 'The aggregate is not at the expected version: load it again and decide anew.',
    retryable: false,
  },
  IDEMPOTENCY_KEY_REUSED: { meaning: 'The idempotency key was used before for another command.', retryable: false },
  NOT_FOUND: { meaning: 'There is no aggregate with this id, and the command does not begin one.', retryable: false },
  INPUT_INVALID: {
    meaning: 'The command cannot be read as one: a future instant, text that cannot be kept, or too much of something.',
    retryable: false,
  },
  EVENT_INVALID: {
    meaning: 'A decision made an event that breaks the contract: a defect in the program.',
    retryable: false,
  },
  STREAM_INCOMPLETE: {
    meaning: 'Events of a stream are missing, so that its document cannot be folded anew. Run verify.',
    retryable: false,
  },
  BACKDATING_REFUSED: {
    meaning: 'An entry for the past lacks its reason, is too old, or would undo a recorded breach.',
    retryable: false,
  },
  DUPLICATE: { meaning: 'A unique value (such as a number) is taken by another aggregate.', retryable: false },
  BUSY: {
    meaning: 'The database kept reporting conflicts or faults until the time was up. Nothing was changed.',
    retryable: true,
  },
  NOT_CONNECTED: {
    meaning: 'The database is away. What was asked may have taken effect all the same: ask again under the same key.',
    retryable: true,
  },
  KEY_INVALID: {
    meaning: 'A master key has the wrong length, or none that the process was given has wrapped the data key.',
    retryable: false,
  },
  CURSOR_INVALID: { meaning: 'A page cursor was not issued by this list.', retryable: false },
} as const

export type ServiceErrorCode = keyof typeof serviceErrors

interface ServiceErrorOptions extends ErrorOptions {
  readonly field?: string
  readonly problems?: ServiceError['problems']
}

/** A fault with a stable code. A refused rule is never one: it is a `Violation`. Messages hold no personal data. */
export class ServiceError extends Error {
  readonly code: ServiceErrorCode
  readonly retryable: boolean

  /** Which part of the input it is about, as a dotted path; `null` where it is about none or several. */
  readonly field: string | null

  /** What is wrong with which fields, all of it, where that is known; the reason as what the field does. */
  readonly problems: readonly { readonly field: string; readonly reason: string }[]

  constructor(code: ServiceErrorCode, message: string, options: ServiceErrorOptions = {}) {
    super(message, options)
    this.field = options.field ?? null
    this.problems = options.problems ?? []
    this.name = 'ServiceError'
    this.code = code
    this.retryable = serviceErrors[code].retryable
  }
}
