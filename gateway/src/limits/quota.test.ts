import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createQuota, networkOf } from './quota.ts'

const MINUTE_MS = 60_000

function quotaAt(options: { readonly perAddress: number; readonly overall: number }) {
  const clock = { ms: 1_000_000 }
  return { clock, quota: createQuota({ ...options, now: () => clock.ms }) }
}

describe('an address that has not asked for a minute', () => {
  it('gets as many as a minute has, and then one after the other at an even pace', () => {
    const { clock, quota } = quotaAt({ perAddress: 3, overall: 100 })
    expect([1, 2, 3].map(() => quota.take('192.0.2.1', 1))).toEqual([0, 0, 0])
    expect(quota.take('192.0.2.1', 1)).toBe(MINUTE_MS / 3)
    clock.ms += MINUTE_MS / 3
    expect(quota.take('192.0.2.1', 1)).toBe(0)
    expect(quota.take('192.0.2.1', 1)).toBe(MINUTE_MS / 3)
  })

  it('gets several together or none of them', () => {
    const { quota } = quotaAt({ perAddress: 3, overall: 100 })
    expect(quota.take('192.0.2.1', 4)).toBeGreaterThan(0)
    expect(quota.take('192.0.2.1', 3)).toBe(0)
  })
})

describe('many addresses', () => {
  it('have one limit together, and the refused take nothing from it', () => {
    const { clock, quota } = quotaAt({ perAddress: 2, overall: 4 })
    const takes = Array.from({ length: 10 }, (_, index) => quota.take(`192.0.2.${index}`, 1))
    expect(takes.filter((waitMs) => waitMs === 0)).toHaveLength(4)
    clock.ms += MINUTE_MS / 4
    expect(quota.take('192.0.2.99', 1)).toBe(0)
  })

  it('take memory for what was granted of late only, however many there are', () => {
    const { clock, quota } = quotaAt({ perAddress: 1, overall: 10 })
    for (let index = 0; index < 100_000; index += 1) {
      clock.ms += 10
      quota.take(`10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`, 1)
      // A minute's worth at once, what came at the even pace since, and the same of the minute before.
      expect(quota.size).toBeLessThanOrEqual(4 * 10 + 1)
    }
  })

  it('never get more than a minute has beside those that came due meanwhile', () => {
    const askings = fc.array(
      fc.record({ afterMs: fc.nat(5_000), address: fc.nat(3), amount: fc.integer({ min: 1, max: 3 }) }),
    )
    fc.assert(
      fc.property(askings, (asked) => {
        const { clock, quota } = quotaAt({ perAddress: 6, overall: 12 })
        const startedAt = clock.ms
        let granted = 0
        for (const { afterMs, address, amount } of asked) {
          clock.ms += afterMs
          if (quota.take(`192.0.2.${address}`, amount) === 0) granted += amount
          expect(granted).toBeLessThanOrEqual(12 + ((clock.ms - startedAt) * 12) / MINUTE_MS)
        }
      }),
    )
  })
})

describe('the network of an address', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:2::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
