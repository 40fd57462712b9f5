import { describe, expect, it } from '@jest/globals'
import { requiredTopics } from './required-topics.ts'

// As C24 proposes them.
const proposed = { topicMonths: 12, deviceTopicMonths: 6 }

describe('the required topics of a role (C24)', () => {
  it('come round by the interval of topics, medical law and device knowledge by their own (TRN-1, TRN-2, TRN-3)', () => {
    expect(requiredTopics(['SKILLS', 'MEDICAL_LAW', 'DEVICE_KNOWLEDGE'], proposed)).toEqual([
      { topic: 'SKILLS', intervalMonths: 12 },
      { topic: 'MEDICAL_LAW', intervalMonths: 6 },
      { topic: 'DEVICE_KNOWLEDGE', intervalMonths: 6 },
    ])
  })

  it('are each asked for once, and not mistaken for members of every object (TRN-1)', () => {
    expect(requiredTopics(['SKILLS', 'toString', 'SKILLS'], proposed)).toEqual([
      { topic: 'SKILLS', intervalMonths: 12 },
      { topic: 'toString', intervalMonths: 12 },
    ])
  })

  it.each([
    ['topicMonths', { ...proposed, topicMonths: 0 }],
    ['deviceTopicMonths', { ...proposed, deviceTopicMonths: 0.5 }],
  ])('refuse %s below one month or in parts of one', (setting, intervals) => {
    expect(() => requiredTopics(['SKILLS'], intervals)).toThrow(
      expect.objectContaining({ code: 'POLICY_INVALID', message: expect.stringContaining(setting) }),
    )
  })
})
