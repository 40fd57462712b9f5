/** An event of a type or version that this release does not know: it was written by a newer one. */
export class EventUnknownError extends Error {
  readonly code = 'EVENT_UNKNOWN'
  /** Only another release can read it. */
  readonly retryable = false

  constructor(name: string) {
    super(`event type ${name} is not in the contract of this release`)
    this.name = 'EventUnknownError'
  }
}
