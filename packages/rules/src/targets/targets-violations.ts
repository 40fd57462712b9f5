import type { Violation } from '../violation.ts'
import type { TargetBalance } from './balance.ts'
import type { TargetMeasure } from './target-tree.ts'

export function noMeasure(): Violation {
  return {
    rule: 'TGT-5',
    message: { zh: '目标没有说明衡量什么。', en: 'The target does not say what it measures.' },
    path: ['measure'],
    remedy: { zh: '选择金额、数量或市场份额。', en: 'Choose amount, quantity or market share.' },
    facts: { measure: null },
  }
}

const unitNames = {
  AMOUNT: { zh: '币种', en: 'currency' },
  QUANTITY: { zh: '数量单位', en: 'unit of quantity' },
  SHARE: { zh: '所指的市场', en: 'market that it is a share of' },
} as const

export function noUnit(measure: TargetMeasure['kind'], path: readonly string[]): Violation {
  const { zh, en } = unitNames[measure]
  return {
    rule: 'TGT-5',
    message: { zh: `目标没有写明${zh}。`, en: `The target does not name the ${en}.` },
    path,
    remedy: { zh: `填写${zh}。`, en: `Name the ${en}.` },
    facts: { measure },
  }
}

export function notPositive(value: number, path: readonly string[]): Violation {
  return {
    rule: 'TGT-5',
    message: { zh: '目标值必须大于零。', en: 'The value to reach must be more than zero.' },
    path,
    remedy: { zh: '填写大于零的目标值，或删除该项。', en: 'Enter a value above zero, or remove the entry.' },
    facts: { value },
  }
}

export function moreThanTheMarket(value: number, most: number, path: readonly string[]): Violation {
  return {
    rule: 'TGT-5',
    message: { zh: '市场份额不能超过 100%。', en: 'A share cannot be more than the whole market.' },
    path,
    remedy: { zh: '以基点填写，最多 10000。', en: 'Enter basis points, 10000 at most.' },
    facts: { value, most },
  }
}

export function noYearPlan(year: number): Violation {
  return {
    rule: 'TGT-1',
    message: { zh: `${year} 年的目标没有计划。`, en: `The target of ${year} has no plan.` },
    path: ['plan'],
    remedy: { zh: '写明全年计划。', en: "Write the year's plan." },
    facts: { year },
  }
}

export function noMonth(year: number, month: number): Violation {
  return {
    rule: 'TGT-2',
    message: { zh: `${year} 年 ${month} 月没有目标。`, en: `Month ${month} of ${year} has no target.` },
    path: ['months'],
    remedy: { zh: '制定该月的目标。', en: 'Set the target of this month.' },
    facts: { year, month },
  }
}

export function repeatedMonth(year: number, month: number, path: readonly string[]): Violation {
  return {
    rule: 'TGT-2',
    message: { zh: `${year} 年 ${month} 月有两个目标。`, en: `Month ${month} of ${year} has two targets.` },
    path,
    remedy: { zh: '保留其中一个。', en: 'Keep one of them.' },
    facts: { year, month },
  }
}

export function noTeam(month: number, path: readonly string[]): Violation {
  return {
    rule: 'TGT-3',
    message: {
      zh: `${month} 月的目标没有分解到团队。`,
      en: `The target of month ${month} is not divided among teams.`,
    },
    path,
    remedy: { zh: '把目标分到团队和业务员。', en: 'Divide it among teams and salespeople.' },
    facts: { month },
  }
}

export function repeatedTeam(month: number, teamId: string, path: readonly string[]): Violation {
  return {
    rule: 'TGT-3',
    message: { zh: `同一团队在 ${month} 月有两个目标。`, en: `One team has two targets in month ${month}.` },
    path,
    remedy: { zh: '合并为一个。', en: 'Make them one.' },
    facts: { month, teamId },
  }
}

export function nobodyInTeam(month: number, teamId: string, path: readonly string[]): Violation {
  return {
    rule: 'TGT-3',
    message: {
      zh: `${month} 月的团队目标没有分到个人。`,
      en: `Nobody has a part of the team's target in month ${month}.`,
    },
    path,
    remedy: { zh: '把团队目标分到每名业务员。', en: 'Divide it among the salespeople of the team.' },
    facts: { month, teamId },
  }
}

export function repeatedPerson(month: number, teamId: string, path: readonly string[]): Violation {
  return {
    rule: 'TGT-3',
    message: {
      zh: `同一业务员在团队中有两个 ${month} 月目标。`,
      en: `One salesperson has two targets in a team in month ${month}.`,
    },
    path,
    remedy: { zh: '合并为一个。', en: 'Make them one.' },
    facts: { month, teamId },
  }
}

/** The path leads to the person in the caller's list; facts name nobody. */
export function nobodysTarget(month: number, path: readonly string[]): Violation {
  return {
    rule: 'TGT-3',
    message: { zh: `有业务员在 ${month} 月没有目标。`, en: `A salesperson has no target in month ${month}.` },
    path,
    remedy: { zh: '为该业务员分配目标。', en: 'Give this salesperson a part of the target.' },
    facts: { month },
  }
}

export function noPersonalPlan(month: number, teamId: string, path: readonly string[]): Violation {
  return {
    rule: 'TGT-4',
    message: { zh: `有业务员没有上报 ${month} 月的计划。`, en: `A salesperson handed in no plan for month ${month}.` },
    path,
    remedy: { zh: '由本人上报如何完成目标。', en: 'Have the person hand in how the target will be reached.' },
    facts: { month, teamId },
  }
}

export function noTeamPlan(month: number, teamId: string, path: readonly string[]): Violation {
  return {
    rule: 'TGT-7',
    message: { zh: `团队没有 ${month} 月的计划和实施方案。`, en: `The team has no plan for month ${month}.` },
    path,
    remedy: {
      zh: '结合需求与竞争写明计划和做法。',
      en: 'Write the plan and how it will be carried out, with demand and competition in view.',
    },
    facts: { month, teamId },
  }
}

/** The level beneath holds more: months more than the year (TGT-2), teams or persons more than their month or team (TGT-3). */
export function overAllocated({ level, path, value, allocated, overAllocated: surplus }: TargetBalance): Violation {
  // A person has nobody beneath who could hold more.
  const children = level === 'YEAR' ? 'months' : level === 'MONTH' ? 'teams' : 'persons'
  return {
    rule: level === 'YEAR' ? 'TGT-2' : 'TGT-3',
    message: {
      zh: `下级目标合计 ${allocated}，超过上级的 ${value}。`,
      en: `The parts add up to ${allocated}, more than the ${value} that they divide.`,
    },
    path: [...path, children],
    remedy: {
      zh: `把下级减少 ${surplus}，或相应提高上级。`,
      en: `Take ${surplus} off the parts, or raise what they divide.`,
    },
    facts: { level, value, allocated, overAllocated: surplus },
  }
}
