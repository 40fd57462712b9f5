import { describe, expect, it } from '@jest/globals'
import { shanghai } from '../calendar/fixtures.ts'
import { refused } from '../gates/violation-fixture.ts'
import { companyFile } from '../policy/fixtures.ts'
import { parsePolicies } from '../policy/index.ts'
import { china, shipped, timerOf, VERSION } from './deadline-fixture.ts'
import { pauseGate, reckoningOf } from './index.ts'

const row = 'key: complaint.handle, pauses: [WAITING_FOR_CUSTOMER], approvedBy: LEADERSHIP, reason: agreed'
const company = parsePolicies([...shipped, companyFile('deadlines', '2026-01-01', `deadlines: [{ ${row} }]`)])
const handle = timerOf('complaint.handle', shanghai('2026-03-06 16:00'))

describe('the request to pause a limit', () => {
  const ask = (key: string, reason: string) => refused(pauseGate(company.deadline(key, VERSION), reason))
  const facts = (key: string, allowedReasons: string, isStatutory = false, reason = 'WAITING_FOR_CUSTOMER') => ({
    conflict: 'C40',
    key,
    reason,
    allowedReasons,
    isStatutory,
  })

  it('is granted for a reason that policy lists (CMP-3, C40)', () => {
    expect(ask('complaint.handle', 'WAITING_FOR_CUSTOMER')).toEqual([])
    expect(reckoningOf(company).mayPause(handle)).toBe(true)
    expect(reckoningOf(china).mayPause(handle)).toBe(false)
  })

  it.each([
    ['CMP-2', 'complaint.verify', false],
    ['CMP-5', 'complaint.opinion.quality', false],
    ['CMP-6', 'complaint.opinion.other', false],
    ['RCL-1', 'recall.notify', true],
    ['RCL-1', 'recall.notify.class1', true],
    ['QLT-2', 'adverseEvent.death', true],
    ['QLT-2', 'adverseEvent.injury', true],
    ['TRC-6', 'retention.record', true],
  ] as const)('is refused by %s for %s (C40)', (rule, key, isStatutory) => {
    expect(ask(key, 'WAITING_FOR_CUSTOMER')).toEqual([[rule, 'reason', facts(key, '', isStatutory)]])
  })

  it('is refused for another reason, with those that are allowed (CMP-3, C40)', () => {
    const [violation] = pauseGate(company.deadline('complaint.handle', VERSION), 'WAITING_FOR_SUPPLIER')
    expect(ask('complaint.handle', 'WAITING_FOR_SUPPLIER')).toEqual([
      ['CMP-3', 'reason', facts('complaint.handle', 'WAITING_FOR_CUSTOMER', false, 'WAITING_FOR_SUPPLIER')],
    ])
    const pauses = ['WAITING_FOR_CUSTOMER', 'WAITING_FOR_SUPPLIER'] as const
    expect(pauseGate({ ...company.deadline('complaint.handle', VERSION), pauses }, 'X')).toMatchObject([
      {
        remedy: {
          zh: '只能以下列事由暂停：等待客户、等待供货方。',
          en: 'Pause it only for: waiting for the customer, waiting for the supplier.',
        },
        facts: { allowedReasons: 'WAITING_FOR_CUSTOMER, WAITING_FOR_SUPPLIER' },
      },
    ])
    expect(violation?.remedy.zh).toBe('只能以下列事由暂停：等待客户。')
    expect(violation?.remedy.en).toBe('Pause it only for: waiting for the customer.')
    expect(pauseGate(china.deadline('complaint.handle', VERSION), 'X')[0]?.remedy.en).toMatch('Do not pause it')
  })

  it('is refused for a moment of the calendar or of a contract (RPT-1, DEL-1)', () => {
    const daily = { ...china.deadline('report.daily', VERSION), pauses: ['WAITING_FOR_CUSTOMER'] as const }
    expect(pauseGate(daily, 'WAITING_FOR_CUSTOMER')[0]?.message.en).toMatch('a moment of a contract')
    // That others are allowed would not help.
    expect(pauseGate(daily, 'WAITING_FOR_CUSTOMER')[0]?.remedy.en).toMatch('Do not pause it')
    expect(ask('order.delivery', 'WAITING_FOR_CUSTOMER')).toEqual([['DEL-1', 'reason', facts('order.delivery', '')]])
  })

  it('is told apart by its message: the law, the calendar, the policy (C40)', () => {
    const messages = ['recall.notify', 'report.daily', 'complaint.verify'].map(
      (key) => pauseGate(china.deadline(key, VERSION), 'X')[0]?.message.en,
    )
    expect(messages).toEqual([
      expect.stringMatching('set by law'),
      expect.stringMatching('a moment of'),
      expect.stringMatching('policy in force'),
    ])
  })
})
