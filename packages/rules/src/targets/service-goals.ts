import type { LocalDate } from '../primitives/local-date.ts'
import type { Violation } from '../violation.ts'

/** What service goals are about: satisfaction (KPI-23), resolution (KPI-21), and indicators such as efficiency (KPI-22). */
export const serviceGoalSubjects = ['SATISFACTION', 'RESOLUTION_RATE', 'SERVICE_INDICATOR'] as const
export type ServiceGoalSubject = (typeof serviceGoalSubjects)[number]

export interface ServiceGoal {
  readonly subject: ServiceGoalSubject
  /** Integer in the unit of the KPI behind it, such as basis points of a share. */
  readonly value: number
  /** The day by which it is to be reached; `null` where nobody has said. */
  readonly dueOn: LocalDate | null
  /** Whether it counts in the assessment of those whom it concerns. */
  readonly countsForPerformance: boolean
}

/** TGT-6: service has a goal for each subject, each with a value, a day and weight in the assessment. */
export function serviceGoalsGate(goals: readonly ServiceGoal[]): readonly Violation[] {
  const given = new Set(goals.map(({ subject }) => subject))
  return [
    ...serviceGoalSubjects.filter((subject) => !given.has(subject)).map(noGoal),
    ...goals.flatMap((goal, index) => goalViolations(goal, String(index))),
  ]
}

function goalViolations(
  { subject, value, dueOn, countsForPerformance }: ServiceGoal,
  index: string,
): readonly Violation[] {
  const violations: Violation[] = []
  if (value <= 0) {
    violations.push({
      rule: 'TGT-6',
      message: { zh: '服务目标没有可达到的数值。', en: 'The service goal has no value to reach.' },
      path: [index, 'value'],
      remedy: { zh: '填写大于零的数值。', en: 'Enter a value above zero.' },
      facts: { subject, value },
    })
  }
  if (dueOn === null) {
    violations.push({
      rule: 'TGT-6',
      message: { zh: '服务目标没有时间表。', en: 'The service goal has no timetable.' },
      path: [index, 'dueOn'],
      remedy: { zh: '写明何时达到。', en: 'Say by when it is to be reached.' },
      facts: { subject, dueOn },
    })
  }
  if (!countsForPerformance) {
    violations.push({
      rule: 'TGT-6',
      message: { zh: '服务目标没有与业绩挂钩。', en: 'The service goal does not count for performance.' },
      path: [index, 'countsForPerformance'],
      remedy: { zh: '把它纳入考核。', en: 'Include it in the assessment.' },
      facts: { subject, countsForPerformance },
    })
  }
  return violations
}

const subjectNames = {
  SATISFACTION: { zh: '客户满意度', en: "customers' satisfaction" },
  RESOLUTION_RATE: { zh: '问题解决率', en: 'the resolution rate' },
  SERVICE_INDICATOR: { zh: '服务指标', en: 'a service indicator' },
} as const

function noGoal(subject: ServiceGoalSubject): Violation {
  const { zh, en } = subjectNames[subject]
  return {
    rule: 'TGT-6',
    message: { zh: `服务没有${zh}目标。`, en: `Service has no goal for ${en}.` },
    path: [],
    remedy: { zh: `设定${zh}目标。`, en: `Set a goal for ${en}.` },
    facts: { subject },
  }
}
