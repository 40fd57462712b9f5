/** Everything that can be wrong with what the relay finds, beyond single events, with what it means. */
export const relayErrors = {
  LEASE_LOST: {
    meaning: 'Another relay has taken over; this one must not seal or finish a batch any more.',
    retryable: true,
  },
  SEAL_BROKEN: {
    meaning:
      'The last seal is not the one that was signed: nothing is published until somebody has looked. Run verify.',
    retryable: false,
  },
} as const

export type RelayErrorCode = keyof typeof relayErrors

export class RelayError extends Error {
  readonly code: RelayErrorCode
  readonly retryable: boolean

  constructor(code: RelayErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'RelayError'
    this.code = code
    this.retryable = relayErrors[code].retryable
  }
}
