import { type Instant, plusMillis } from '../../primitives/instant.ts'
import { responsibleScopes } from '../act.ts'
import { factGuard } from '../facts.ts'
import type { Fact, Ledger, Measurement } from '../ledger.ts'
import { phaseItem } from '../phase.ts'
import { compareInstants, earliest, oneThing } from '../timing.ts'
import type { DeviceUserFactData, DeviceUserRegisteredData } from './facts.ts'

export interface RegisteredUser extends DeviceUserRegisteredData {
  readonly at: Instant
}

export interface Asking {
  readonly at: Instant
  readonly askAgainBy: Instant
}

export interface DeviceUserLedger {
  readonly registered: RegisteredUser | null
  readonly askings: readonly Asking[]
  readonly removedAt: Instant | null
}

const isDeviceUserFact = factGuard<DeviceUserFactData>({
  DeviceUserRegistered: true,
  UserAskedAboutUse: true,
  DeviceUserRemoved: true,
})

function recordDeviceUser(state: DeviceUserLedger, fact: Fact): DeviceUserLedger {
  if (!isDeviceUserFact(fact)) return state
  const at = fact.occurredAt
  switch (fact.type) {
    case 'DeviceUserRegistered': {
      if (state.registered !== null && state.registered.at <= at) return state
      const { customerId, salespersonId, teamId, askBy } = fact.data
      return { ...state, registered: { at, customerId, salespersonId, teamId, askBy } }
    }
    case 'UserAskedAboutUse':
      return { ...state, askings: withAsking(state.askings, { at, askAgainBy: fact.data.askAgainBy }) }
    case 'DeviceUserRemoved':
      return { ...state, removedAt: earliest(state.removedAt, at) }
  }
}

/** What is told twice was asked once. */
function withAsking(askings: readonly Asking[], told: Asking): readonly Asking[] {
  const isKnown = askings.some(({ at, askAgainBy }) => at === told.at && askAgainBy === told.askAgainBy)
  return isKnown ? askings : [...askings, told]
}

/**
 * KPI-25: of all users, those who were asked about product use within the interval, as a state. A new user is pending
 * until the first interval is over; then asked or missed.
 */
function deviceUserMeasurements({ registered, askings, removedAt }: DeviceUserLedger): readonly Measurement[] {
  if (registered === null) return []
  const { at: registeredAt, customerId, salespersonId, teamId } = registered
  const scopes = [`customer:${customerId}`, ...responsibleScopes(salespersonId, teamId)]
  // Who registers begins an interval, whatever was asked before.
  const inOrder = askings
    .filter(({ at }) => registeredAt <= at)
    .toSorted((a, b) => compareInstants(a.at, b.at) || compareInstants(a.askAgainBy, b.askAgainBy))
  const state = { ...oneThing('KPI-25', 'userNetwork', registeredAt, scopes), countsAt: null }
  const unasked: Measurement = {
    ...state,
    item: 'unasked',
    dueAt: registered.askBy,
    until: earliest(inOrder[0]?.at ?? null, removedAt),
  }
  const asked = inOrder.map(
    ({ at, askAgainBy }, index): Measurement => ({
      ...state,
      item: `asked${phaseItem(index)}`,
      since: at,
      achievedAt: at,
      // The last moment of the interval is still within it.
      lostAt: plusMillis(askAgainBy, 1),
      until: earliest(inOrder[index + 1]?.at ?? null, removedAt),
    }),
  )
  return [unasked, ...asked]
}

/** No limits; measures the user network of KPI-25. */
export const deviceUserLedger: Ledger<DeviceUserLedger> = {
  shape: 1,
  initial: { registered: null, askings: [], removedAt: null },
  record: recordDeviceUser,
  timers: () => [],
  measurements: deviceUserMeasurements,
}
