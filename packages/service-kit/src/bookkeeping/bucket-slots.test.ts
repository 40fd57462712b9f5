import { describe, expect, it } from '@jest/globals'
import { createBucketSlots } from './bucket-slots.ts'

const START = 0.5

/** Work that ends when the test says so. */
function held() {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { promise, end: resolve }
}

describe('parts of sums', () => {
  it('are different for all that write at once', async () => {
    const slots = createBucketSlots(() => START)
    const gate = held()
    const taken: number[] = []
    const writers = Array.from({ length: 16 }, () =>
      slots.use(async (slot) => {
        taken.push(slot)
        await gate.promise
      }),
    )
    gate.end()
    await Promise.all(writers)
    expect(new Set(taken).size).toBe(16)
  })

  it('are one and the same for who write one after the other, also after a failure', async () => {
    const slots = createBucketSlots(() => START)
    const slotNow = () => slots.use(async (slot) => slot)
    const first = await slotNow()
    await expect(slots.use(() => Promise.reject(new Error('conflict')))).rejects.toThrow('conflict')
    expect(await slotNow()).toBe(first)
  })

  it('are shared when there are more writers than parts', async () => {
    const slots = createBucketSlots(() => START)
    const gate = held()
    const writers = Array.from({ length: 40 }, () => slots.use(async (slot) => gate.promise.then(() => slot)))
    gate.end()
    const taken = await Promise.all(writers)
    expect(taken.every((slot) => slot >= 0 && slot < 16)).toBe(true)
  })
})
