import type { EventRegistry } from '@afterline/events'
import type { Instant, PolicyBook } from '@afterline/rules'
import type { Connection } from 'mongoose'
import type { PersonalCipher } from '../personal/personal-cipher.ts'
import type { Log } from './log.ts'

/** What the store is put together from. */
export interface StoreDeps {
  readonly connection: Connection
  readonly policies: PolicyBook
  readonly cipher: PersonalCipher
  /** The events that there are: new ones are written, and stored ones read, in their newest version. */
  readonly registry: EventRegistry
  readonly now: () => Instant
  /** UUIDv7. */
  readonly newId: () => string
  /** W3C trace context of what is being done, `null` outside a trace. */
  readonly traceparent: () => string | null
  readonly log: Log
}
