import { requiredCount } from '../../gates/required-count.ts'
import { deviceTopics } from '../../gates/service/competence.ts'
import type { RequiredTopic } from './facts.ts'

/** How often each topic comes round. */
export interface TrainingIntervals {
  /** C24 proposes 12. */
  readonly topicMonths: number
  /** Of medical law and device knowledge; C24 proposes 6. */
  readonly deviceTopicMonths: number
}

/**
 * C24: the topics of a role with the interval of each, as `RoleTaken` and `RequiredTopicsChanged` bring them.
 * @throws RulesError `POLICY_INVALID` for an interval below one month
 */
export function requiredTopics(topics: readonly string[], intervals: TrainingIntervals): readonly RequiredTopic[] {
  const topicMonths = requiredCount('topicMonths', intervals.topicMonths)
  const deviceTopicMonths = requiredCount('deviceTopicMonths', intervals.deviceTopicMonths)
  return [...new Set(topics)].map((topic) => {
    return { topic, intervalMonths: Object.hasOwn(deviceTopics, topic) ? deviceTopicMonths : topicMonths }
  })
}
