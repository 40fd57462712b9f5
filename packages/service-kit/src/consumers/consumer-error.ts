/** Why an event, or a projection as a whole, cannot be applied, apart from what a handler throws. */
export const consumerErrors = {
  GAP: {
    meaning: 'An earlier event of the stream is missing. When it arrives, the stream goes on by itself.',
    retryable: true,
  },
  UNREADABLE: {
    meaning: 'The message is not an event of this contract, or its data breaks the schema of its type and version.',
    retryable: false,
  },
  VERSION_NOT_RAISED: {
    meaning: 'The code of a projection has changed and its version has not: it waits for a release that raises it.',
    retryable: false,
  },
  STOPPED: { meaning: 'The consumer stops or has lost the partition; the event comes again.', retryable: true },
} as const

export type ConsumerErrorCode = keyof typeof consumerErrors

export class ConsumerError extends Error {
  readonly code: ConsumerErrorCode
  readonly retryable: boolean

  constructor(code: ConsumerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ConsumerError'
    this.code = code
    this.retryable = consumerErrors[code].retryable
  }
}
