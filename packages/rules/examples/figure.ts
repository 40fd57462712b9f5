import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import {
  type Fact,
  ledgers,
  type Measurement,
  parseInstant,
  parsePolicies,
  plusMillis,
  reckoningOf,
  scorecardOf,
} from '@afterline/rules'

const folder = new URL('../policies/', import.meta.url)
const read = (name: string) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') })
const reckoning = reckoningOf(parsePolicies(readdirSync(folder).map(read)))

const HOUR = 3_600_000
const noon = parseInstant('2026-03-02T12:00:00Z')
const data = { customerId: 'c', salespersonId: null, channel: 'ONLINE', lines: [] }
const fact = (type: string, afterMs: number): Fact => ({
  type,
  occurredAt: plusMillis(noon, afterMs),
  recordedAt: plusMillis(noon, afterMs),
  policyVersion: '2026-01-01',
  data,
})

/** What one order adds to the figures. */
function measured(...history: readonly Fact[]): readonly Measurement[] {
  const state = history.reduce(ledgers.order.record, ledgers.order.initial)
  return ledgers.order.measurements(state, reckoning)
}

const measurements = [
  ...measured(fact('OrderPlaced', 0), fact('OrderConfirmed', 24 * HOUR)), // the last moment that meets the limit
  ...measured(fact('OrderPlaced', 0), fact('OrderConfirmed', 24 * HOUR + 1)), // too late
  ...measured(fact('OrderPlaced', 20 * HOUR)), // due at the 44th hour
]
const to = plusMillis(noon, 48 * HOUR)
const query = { from: noon, to, trailingFrom: plusMillis(to, -365 * 24 * HOUR), scope: 'company' }
const at = (hours: number) =>
  scorecardOf(measurements, { ...query, asOf: plusMillis(noon, hours * HOUR) }).find(({ id }) => id === 'KPI-1')

// One of two in time; what is neither done nor late is in neither number.
assert.deepEqual([at(30)?.numerator, at(30)?.denominator, at(30)?.pending], [1, 2, 1])
// Nothing happened since but time.
assert.deepEqual([at(45)?.numerator, at(45)?.denominator, at(45)?.pending], [1, 3, 0])
