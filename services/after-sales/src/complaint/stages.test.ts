import type { Actor } from '@afterline/events'
import { type ComplaintCommandName, complaintStages, parseInstant, parseTimeZone } from '@afterline/rules'
import type { StateOf } from '@afterline/service-kit/aggregate'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { complaint } from './complaint.ts'
import { NO_GOODS } from './decide/scanned-goods.ts'
import type { Complaint, ComplaintCommand, ComplaintLookUp, ComplaintStatus, ComplaintTypes } from './state.ts'

const complaintId = '0195b1f0-0000-7000-8000-00000000000c'
const start = parseInstant('2026-03-02T09:00:00+08:00')
const later = parseInstant('2026-04-01T09:00:00+08:00')
const lookUp: ComplaintLookUp = { zone: parseTimeZone('Asia/Shanghai'), confirmationAttempts: 3, goods: NO_GOODS }
const by: Actor = { id: 'zhao', role: 'ADMINISTRATION' }
/** Nobody confirms the own work. */
const colleague: Actor = { id: 'lin', role: 'HOTLINE_AGENT' }

/** A well-filled command of each type. */
const commands: { readonly [Type in ComplaintCommandName]: Extract<ComplaintCommand, { type: Type }>['data'] } = {
  ReceiveComplaint: {
    complaintId,
    customerId: complaintId,
    orderId: null,
    productId: null,
    lotId: null,
    scan: null,
    channel: 'EMAIL',
    complaintClass: 'UNCLASSIFIED',
    description: 'Broken',
    complainantName: null,
    complainantPhone: null,
    isAdverseEventSuspected: false,
  },
  ClassifyComplaint: { complaintClass: 'QUALITY', reason: 'defect' },
  RegisterComplaint: { verification: 'Seen', isSubstantiated: true },
  IssueOpinion: { opinion: 'Repair' },
  HandleComplaint: { outcome: 'SOLVED', rootCause: null, measure: 'Repaired' },
  MarkComplaintUnsolvable: { reason: 'No spare part' },
  AcceptByAdministration: { expectedAt: later, reasonTold: 'Spare part ordered' },
  ReturnResult: { channel: 'PHONE' },
  ConfirmResolution: {},
  ReopenComplaint: { reason: 'Broken again' },
  CloseComplaint: { outcome: 'CONFIRMED' },
}
const commandTypes = Object.keys(commands) as readonly ComplaintCommandName[]

const commandOf = (type: ComplaintCommandName, at = start) =>
  ({ type, at, by: type === 'ConfirmResolution' ? colleague : by, data: commands[type] }) as ComplaintCommand

/** As the store does online: a refused command changes nothing. */
function carryOut(state: StateOf<ComplaintTypes>, command: ComplaintCommand): StateOf<ComplaintTypes> {
  const { events, violations } = complaint.decide(state, command, lookUp)
  if (violations.length > 0) return state
  const { at } = command
  return events.reduce(
    (before, event) => complaint.evolve(before, { ...event, occurredAt: at, recordedAt: at, actor: by }),
    state,
  )
}

/** One way to each status. */
const ways: Readonly<Record<ComplaintStatus, readonly ComplaintCommandName[]>> = {
  RECEIVED: [],
  REGISTERED: ['RegisterComplaint'],
  OPINION_GIVEN: ['RegisterComplaint', 'IssueOpinion'],
  HANDLED: ['RegisterComplaint', 'IssueOpinion', 'HandleComplaint'],
  RESULT_RETURNED: ['RegisterComplaint', 'IssueOpinion', 'HandleComplaint', 'ReturnResult'],
  CONFIRMED: ['RegisterComplaint', 'IssueOpinion', 'HandleComplaint', 'ReturnResult', 'ConfirmResolution'],
  REOPENED: ['RegisterComplaint', 'IssueOpinion', 'HandleComplaint', 'ReturnResult', 'ReopenComplaint'],
  CLOSED: [
    'RegisterComplaint',
    'IssueOpinion',
    'HandleComplaint',
    'ReturnResult',
    'ConfirmResolution',
    'CloseComplaint',
  ],
}
const statuses = Object.keys(ways) as readonly ComplaintStatus[]

const inStatus = (status: ComplaintStatus) =>
  (['ReceiveComplaint', ...ways[status]] as const).reduce(
    (state: StateOf<ComplaintTypes>, type) => carryOut(state, commandOf(type)),
    complaint.initialState,
  )

describe('the stages of a complaint (CMP-7)', () => {
  it.each(statuses)('leads to %s', (status) => {
    expect(inStatus(status).status).toBe(status)
  })

  it.each(statuses.flatMap((status) => commandTypes.map((type) => [type, status] as const)))(
    'says whether %s is legal when %s',
    (type, status) => {
      const state = inStatus(status)
      const target = complaintStages.transitions[status][type]
      const { violations } = complaint.decide(state, commandOf(type), lookUp)
      const illegal = violations.filter(({ facts: { command } }) => command === type)
      if (target === undefined) expect([violations.length, illegal[0]?.rule]).toEqual([1, 'CMP-7'])
      else expect(illegal).toEqual([])
      const after = carryOut(state, commandOf(type))
      if (violations.length === 0) expect(after.status).toBe(target)
      else expect(after).toEqual(state)
    },
  )
})

describe('any sequence of commands', () => {
  const anySequence = fc.array(fc.constantFrom(...commandTypes), { maxLength: 40 })
  const after = (sequence: readonly ComplaintCommandName[]): Complaint => {
    const state = sequence.reduce((before, type) => carryOut(before, commandOf(type)), inStatus('RECEIVED'))
    if (state.status === 'UNRECEIVED') throw new Error('the complaint was received at first')
    return state
  }

  it('keeps the order of the milestones: handled implies verified and opinion given (C2)', () => {
    fc.assert(
      fc.property(anySequence, (sequence) => {
        const { attempts, opinions, registration } = after(sequence)
        expect(attempts.length === 0 || (opinions.length > 0 && registration !== null)).toBe(true)
      }),
    )
  })

  it('numbers attempts from 1 without gaps, and confirms none whose result was not returned (CMP-9, SRV-13)', () => {
    fc.assert(
      fc.property(anySequence, (sequence) => {
        const { attempts, attempt, confirmation, reopenings, returns } = after(sequence)
        expect(attempts.map((handled) => handled.attempt)).toEqual(attempts.map((_, index) => index + 1))
        expect(attempt).toBe(reopenings.length + 1)
        expect(confirmation === null || returns.some((told) => told.attempt === confirmation.attempt)).toBe(true)
      }),
    )
  })

  it('is with administration exactly while a hand-over has not ended (CMP-4)', () => {
    fc.assert(
      fc.property(anySequence, (sequence) => {
        const { handOvers, isWithAdministration } = after(sequence)
        expect(handOvers.filter(({ endedAt }) => endedAt === null)).toHaveLength(isWithAdministration ? 1 : 0)
      }),
    )
  })
})
