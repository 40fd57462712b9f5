import { describe, expect, it } from '@jest/globals'
import { parseInstant } from '../../primitives/instant.ts'
import { refused } from '../violation-fixture.ts'
import { countedContacts, type ProjectContact, projectContactsGate } from './project-contacts.ts'

const startedAt = parseInstant('2026-03-02T09:00:00+08:00')
const closesAt = parseInstant('2026-03-20T18:00:00+08:00')
const contact = (contactId: string, given: Partial<ProjectContact> = {}): ProjectContact => ({
  contactId,
  occurredAt: parseInstant('2026-03-10T10:00:00+08:00'),
  siteProgress: 'mounted',
  customerOpinion: 'content',
  ...given,
})
const gate = (contacts: readonly ProjectContact[], minimumContacts = 2) =>
  projectContactsGate({ startedAt, closesAt, contacts, minimumContacts })

describe('a project with its contacts', () => {
  it('closes after two, or more (CUS-11)', () => {
    expect(gate([contact('1'), contact('2')])).toEqual([])
    expect(gate([contact('1'), contact('2'), contact('3')])).toEqual([])
  })

  it('counts those at its start and at its close (CUS-11)', () => {
    expect(gate([contact('1', { occurredAt: startedAt }), contact('2', { occurredAt: closesAt })])).toEqual([])
  })
})

describe('a project with too few contacts', () => {
  it('is told how many are missing (CUS-11)', () => {
    expect(refused(gate([contact('1')]))).toEqual([
      ['CUS-11', 'contacts', { counted: 1, required: 2, missing: 1, recorded: 1, startedAt, closesAt }],
    ])
    expect(refused(gate([], 3))).toMatchObject([['CUS-11', 'contacts', { counted: 0, required: 3, missing: 3 }]])
    expect(gate([], 3)[0]?.message).toEqual({
      zh: '项目期间至少联系客户 3 次，还差 3 次。',
      en: 'A project needs 3 contacts with the customer; 3 more to go.',
    })
  })

  it.each([
    ['before the start', { occurredAt: parseInstant('2026-03-02T08:59:59.999+08:00') }],
    ['after the close', { occurredAt: parseInstant('2026-03-20T18:00:00.001+08:00') }],
    ['without progress', { siteProgress: null }],
    ['with blank progress', { siteProgress: ' ' }],
    ['without opinion', { customerOpinion: null }],
    ['with blank opinion', { customerOpinion: '\n' }],
  ])('counts none %s (CUS-11, KPI-26)', (_, given) => {
    expect(refused(gate([contact('1'), contact('2', given)]))).toMatchObject([
      ['CUS-11', 'contacts', { counted: 1, missing: 1, recorded: 2 }],
    ])
  })

  it('counts a contact once, by the entry that tells both (CUS-11, KPI-26)', () => {
    expect(gate([contact('1'), contact('1')])).toHaveLength(1)
    const contacts = [contact('1', { customerOpinion: null }), contact('1'), contact('1', { siteProgress: 'done' })]
    expect(countedContacts({ startedAt, closesAt, contacts })).toEqual([contact('1')])
  })

  it.each([0, 1.5])('cannot be asked for %p contacts', (minimum) => {
    expect(() => gate([], minimum)).toThrow(
      expect.objectContaining({
        code: 'POLICY_INVALID',
        message: `minimumContacts is ${minimum}, but must be a whole number from 1 on`,
      }),
    )
  })
})
