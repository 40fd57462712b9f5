import type { Role } from '../../catalogue/index.ts'
import type { Bilingual } from '../../primitives/bilingual.ts'
import type { LocalDate } from '../../primitives/local-date.ts'
import type { LocalMoment } from '../local-moment.ts'
import type { ProductClass } from '../product-class.ts'

/** A topic that somebody must be trained in, and for whom the company asks it. */
export interface TopicRequirement {
  /** Code of the topic, as training records name it. */
  readonly topic: string
  readonly name: Bilingual
  /** Empty for every role. */
  readonly roles: readonly Role[]
  /** Empty for every class. */
  readonly productClasses: readonly ProductClass[]
  /** How long a training lasts from the day it was held; `null` where only the record's own end counts. */
  readonly intervalMonths: number | null
}

export interface ProductVersion {
  readonly productId: string
  readonly version: string
}

/** One training with its test. */
export interface Training {
  readonly topic: string
  /** What a training on a product was about; `null` for any other. */
  readonly product: ProductVersion | null
  readonly heldOn: LocalDate
  /** The last day on which it still counts, inclusive; `null` where none was set. */
  readonly validUntil: LocalDate | null
  readonly hasPassed: boolean
}

export interface CompetenceGateInput extends LocalMoment {
  readonly role: Role
  readonly productClass: ProductClass
  /** The product to be sold or served; `null` for work on no particular one. */
  readonly product: ProductVersion | null
  readonly requirements: readonly TopicRequirement[]
  /** How long a training in medical law or device knowledge lasts at most (C24 proposes 6). */
  readonly deviceTopicMonths: number
  readonly trainings: readonly Training[]
}

/** A topic that the case at hand demands. */
export interface DemandedTopic {
  readonly rule: 'TRN-3' | 'TRN-6'
  readonly topic: string
  readonly name: Bilingual
  readonly intervalMonths: number | null
  /** `null` for a topic that is no product's. */
  readonly product: ProductVersion | null
}
