import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Command, CommandRequest } from '../interfaces.ts'
import type { DeskCommand } from './fixtures/complaint-desk.ts'
import {
  contentsOf,
  historyOf,
  hoursLater,
  MONDAY,
  openTestStore,
  opine,
  receive,
  requestOf,
  type TestStore,
} from './fixtures/test-store.ts'

let store: TestStore
let id: string
beforeAll(async () => {
  store = await openTestStore()
  id = randomUUID()
  await send(requestOf(id, MONDAY, receive(id)))
})
afterAll(() => store.dispose())

const send = (request: CommandRequest<DeskCommand>) => store.commands.handle(store.desk(), request)
/** An hour late, so that its reason is kept. */
const opinion = (text: string, more: Partial<CommandRequest<DeskCommand>> = {}) =>
  requestOf(id, hoursLater(MONDAY, -1), opine(text), { backdatedBecause: 'the line was down', ...more })
const by = (actor: Command['by']) => {
  const { command } = opinion('a loose seal')
  return opinion('a loose seal', { command: { ...command, by: actor } })
}

/** Texts that would not come back as they went in. */
const unfit = fc
  .tuple(
    fc.stringMatching(/^[a-z]{0,5}$/),
    fc.oneof(fc.integer({ min: 0xd800, max: 0xdfff }), fc.constantFrom(0, 7, 0x1b, 0x7f, 0x85, 0xfffe)),
    fc.stringMatching(/^[a-z]{0,5}$/),
  )
  .map(([before, unit, after]) => before + String.fromCharCode(unit) + after)

type Place = readonly [name: string, refusal: object, request: (text: string) => CommandRequest<DeskCommand>]

/** What the caller hands in is the caller's to correct; what the program puts beside it is a defect. */
const places: readonly Place[] = [
  ['a text of the command', { code: 'INPUT_INVALID', field: 'opinion' }, (text) => opinion(text)],
  [
    'a personal text, which nobody can look at any more once it is encrypted',
    { code: 'INPUT_INVALID', field: 'description' },
    (text) => {
      const another = randomUUID()
      return requestOf(another, MONDAY, receive(another, text))
    },
  ],
  [
    'the reason of a late entry',
    { code: 'INPUT_INVALID', field: 'backdatedBecause' },
    (text) => opinion('a loose seal', { backdatedBecause: text }),
  ],
  [
    'the idempotency key',
    { code: 'INPUT_INVALID', field: 'idempotencyKey' },
    (text) => opinion('a loose seal', { idempotencyKey: text }),
  ],
  ['the id of the actor', { code: 'EVENT_INVALID' }, (text) => by({ id: text, role: 'COMPLAINT_DESK' })],
  ['the role of the actor', { code: 'EVENT_INVALID' }, (text) => by({ id: 'agent-7', role: text })],
  ['the correlation id', { code: 'EVENT_INVALID' }, (text) => opinion('a loose seal', { correlationId: text })],
  ['the id of the cause', { code: 'EVENT_INVALID' }, (text) => opinion('a loose seal', { causationId: text })],
]

describe.each(places)('an unfit text in %s', (_, refusal, request) => {
  it('is refused before anything has a hash, and leaves nothing', async () => {
    const before = await contentsOf(store.connection)
    await fc.assert(
      fc.asyncProperty(unfit, async (text) => {
        await expect(send(request(text))).rejects.toMatchObject(refusal)
      }),
      { numRuns: 12 },
    )
    expect(await contentsOf(store.connection)).toEqual(before)
  })
})

describe('a text that is too long', () => {
  it.each<[string, object, () => CommandRequest<DeskCommand>]>([
    ['an opinion', { code: 'INPUT_INVALID', field: 'opinion' }, () => opinion('o'.repeat(4001))],
    [
      'a reason',
      { code: 'INPUT_INVALID', field: 'backdatedBecause' },
      () => opinion('a loose seal', { backdatedBecause: 'r'.repeat(4001) }),
    ],
    [
      'an idempotency key',
      { code: 'INPUT_INVALID', field: 'idempotencyKey' },
      () => opinion('a loose seal', { idempotencyKey: 'k'.repeat(501) }),
    ],
    ['an actor of 301 characters', { code: 'EVENT_INVALID' }, () => by({ id: 's'.repeat(301), role: 'FINANCE' })],
    [
      'a text about a person',
      { code: 'INPUT_INVALID', field: 'description' },
      () => {
        const another = randomUUID()
        return requestOf(another, MONDAY, receive(another, 'x'.repeat(8001)))
      },
    ],
  ])('is refused: %s', async (_, refusal, request) => {
    const before = await contentsOf(store.connection)
    await expect(send(request())).rejects.toMatchObject(refusal)
    expect(await contentsOf(store.connection)).toEqual(before)
  })
})

describe('the longest text about a person', () => {
  it('keeps the published schema also when it is encrypted, in any script', async () => {
    for (const character of ['x', '文', '👩']) {
      const another = randomUUID()
      const text = character.repeat(8000 / character.length)
      await expect(send(requestOf(another, MONDAY, receive(another, text)))).resolves.toMatchObject({
        status: 'accepted',
      })
    }
  })
})

describe('a blank idempotency key', () => {
  it('is refused: it would make all requests of a caller the same one', async () => {
    for (const idempotencyKey of ['', '  ']) {
      const refusal = { code: 'INPUT_INVALID', field: 'idempotencyKey' }
      await expect(send(opinion('a loose seal', { idempotencyKey }))).rejects.toMatchObject(refusal)
    }
  })
})

describe('an actor whose id holds a bar', () => {
  it('has keys of its own', async () => {
    const request = (actor: string, idempotencyKey: string) => {
      const { command } = opinion('a loose seal')
      return opinion('a loose seal', { idempotencyKey, command: { ...command, by: { id: actor, role: 'FINANCE' } } })
    }
    const name = randomUUID()
    await expect(send(request(`${name}|b`, 'c'))).resolves.toMatchObject({ status: 'accepted' })
    await expect(send(request(name, 'b|c'))).resolves.toMatchObject({ status: 'accepted' })
    await expect(send(request(`${name}%7Cb`, 'c'))).resolves.toMatchObject({ status: 'accepted' })
    await expect(send(request(`${name}|b`, 'c'))).resolves.toMatchObject({ status: 'repeated' })
  })
})

describe('a record of history with an unfit text', () => {
  it('is refused whole', async () => {
    const before = await contentsOf(store.connection)
    const another = randomUUID()
    const { command } = requestOf(another, hoursLater(MONDAY, -1), receive(another))
    const later = requestOf(another, hoursLater(MONDAY, -1), opine('half \ud83d')).command
    const history = historyOf(another, [command, later])
    await expect(store.commands.importHistory(store.desk(), history)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    expect(await contentsOf(store.connection)).toEqual(before)
  })
})
