import type { EventRegistry } from '@afterline/events'
import type { Instant, PolicyBook } from '@afterline/rules'
import type { Connection } from 'mongoose'
import type { Counted, DeadlineBoard, ScorecardReader } from './bookkeeping/index.ts'
import type { ServiceConfig } from './config/index.ts'
import type { Parking } from './consumers/index.ts'
import type { CommandBus } from './interfaces.ts'
import type { Logger } from './logging/logger.ts'
import type { PersonalCipher } from './personal/index.ts'
import type { Rebuilding } from './rebuild/index.ts'

/** What a service's own code is given to work with, put together once in `runService`. */
export interface Kit {
  readonly config: ServiceConfig
  readonly log: Logger
  readonly connection: Connection
  readonly policies: PolicyBook
  /** The events that there are, in every version. */
  readonly registry: EventRegistry
  readonly commands: CommandBus
  readonly cipher: PersonalCipher
  readonly now: () => Instant
  readonly scorecard: ScorecardReader
  readonly deadlines: DeadlineBoard
  /** Up to when `scorecard` and `deadlines` hold what was recorded. */
  readonly counted: Counted
  readonly parking: Parking
  readonly rebuilding: Rebuilding
}
