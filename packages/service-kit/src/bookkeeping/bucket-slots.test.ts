import { EventEmitter } from 'node:events'
import { describe, expect, it } from '@jest/globals'
import type { ClientSession } from 'mongoose'
import { createBucketSlots } from './bucket-slots.ts'

/** Of a session, the slots use its end only. */
class Ending extends EventEmitter {}
const newSession = () => new Ending() as Ending & Pick<ClientSession, 'once'>
const sessions = (count: number) => Array.from({ length: count }, newSession)

describe('parts of sums', () => {
  it('are different for all that write at once, and the same throughout one session', () => {
    const slots = createBucketSlots()
    const writers = sessions(16)
    const taken = writers.map((session) => slots.of(session))
    expect(new Set(taken).size).toBe(16)
    expect(writers.map((session) => slots.of(session))).toEqual(taken)
  })

  it('are one and the same for sessions that follow one another', () => {
    const slots = createBucketSlots()
    const taken = sessions(5).map((session) => {
      const slot = slots.of(session)
      session.emit('ended')
      return slot
    })
    expect(new Set(taken).size).toBe(1)
  })

  it('are shared when there are more writers than parts', () => {
    const slots = createBucketSlots()
    const taken = sessions(40).map((session) => slots.of(session))
    expect(taken.every((slot) => Number.isInteger(slot) && slot >= 0 && slot < 16)).toBe(true)
    expect(new Set(taken).size).toBe(16)
  })
})
