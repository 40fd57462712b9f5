import type { Instant } from '../../primitives/instant.ts'

export interface DeviceUserRegisteredData {
  /** The party that uses the products. */
  readonly customerId: string
  readonly salespersonId: string | null
  readonly teamId: string | null
  /** The last moment of the first interval: policy's interval (C25: a quarter) counted from the registration. */
  readonly askBy: Instant
}

export interface UserAskedAboutUseData {
  /** The last moment of the interval that begins with the asking. */
  readonly askAgainBy: Instant
}

/** One user in the network of users (CUS-13). */
export interface DeviceUserFactData {
  readonly DeviceUserRegistered: DeviceUserRegisteredData
  readonly UserAskedAboutUse: UserAskedAboutUseData
  /** Uses nothing of ours any more. Only the moment is read. */
  readonly DeviceUserRemoved: unknown
}
