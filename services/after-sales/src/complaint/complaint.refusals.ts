import type { Instant, Violation } from '@afterline/rules'
import type { Confirmation, HandOver } from './fields.ts'
import type { Complaint } from './state.ts'

export function sameClass({ complaintClass }: Pick<Complaint, 'complaintClass'>): Violation {
  return {
    rule: 'CMP-7',
    message: { zh: '投诉已属于此类别。', en: 'The complaint is of this class already.' },
    path: ['complaintClass'],
    remedy: { zh: '无需再次归类。', en: 'Nothing needs to be done.' },
    facts: { complaintClass },
  }
}

export function notRegistered(before: 'opinion' | 'handling'): Violation {
  return {
    rule: 'CMP-2',
    message: { zh: '投诉尚未核实登记。', en: 'The complaint has not been verified and registered.' },
    path: [],
    remedy: { zh: '请先核实并填写投诉登记表。', en: 'Verify it and complete the registration form first.' },
    facts: { before },
  }
}

/** The opinion is owed under CMP-6 for other complaints, and under CMP-5 while there is no class (C28). */
export function opinionMissing({ complaintClass }: Pick<Complaint, 'complaintClass'>): Violation {
  return {
    rule: complaintClass === 'OTHER' ? 'CMP-6' : 'CMP-5',
    message: {
      zh: '尚未提出处理意见，不能视为处理完毕。',
      en: 'Without an opinion a complaint does not count as handled.',
    },
    path: [],
    remedy: { zh: '请先提出处理意见。', en: 'Issue the opinion first.' },
    facts: { complaintClass },
  }
}

export function alreadyHandedOver({ markedAt, acceptedAt }: HandOver): Violation {
  return {
    rule: 'CMP-4',
    message: { zh: '投诉已移交行政部。', en: 'The complaint is on its way to administration, or there.' },
    path: [],
    remedy: { zh: '请等待行政部接收和处理。', en: 'Leave it to administration.' },
    facts: { markedAt, acceptedAt },
  }
}

export function notAdministration(): Violation {
  return {
    rule: 'CMP-4',
    message: { zh: '只有行政部可以接收移交的投诉。', en: 'Only administration can accept a hand-over.' },
    path: [],
    remedy: { zh: '请由行政部人员接收。', en: 'Have a member of administration accept it.' },
    facts: {},
  }
}

export function alreadyAccepted({ acceptedAt, acceptedBy }: HandOver): Violation {
  return {
    rule: 'CMP-4',
    message: { zh: '行政部已接收该投诉。', en: 'Administration has accepted the complaint already.' },
    path: [],
    remedy: { zh: '无需再次接收。', en: 'Nothing needs to be done.' },
    facts: { acceptedAt, acceptedBy },
  }
}

export function expectedInThePast(expectedAt: Instant): Violation {
  return {
    rule: 'SRV-11',
    message: { zh: '告知客户的预计解决时间已经过去。', en: 'The expected time that the customer is told has passed.' },
    path: ['expectedAt'],
    remedy: { zh: '请告知一个将来的时间。', en: 'Name a time that lies ahead.' },
    facts: { expectedAt },
  }
}

export function withAdministration({ acceptedAt, acceptedBy }: HandOver): Violation {
  return {
    rule: 'CMP-4',
    message: {
      zh: '投诉已由行政部接收，由行政部督办。',
      en: 'Administration has taken the complaint and sees it through.',
    },
    path: [],
    remedy: { zh: '请由行政部登记处理结果。', en: 'Have administration record the handling.' },
    facts: { acceptedAt, acceptedBy },
  }
}

export function resultNotReturned({ attempt }: Pick<Complaint, 'attempt'>): Violation {
  return {
    rule: 'CMP-9',
    message: { zh: '处理结果尚未反馈给投诉人。', en: 'The result has not been returned to the complainant.' },
    path: [],
    remedy: { zh: '请先向投诉人反馈结果。', en: 'Return the result first.' },
    facts: { attempt },
  }
}

/** SRV-13 is the complainant's word: who handled the complaint, or told the result, does not take it down. */
export function confirmedByHandler(staffId: string): Violation {
  return {
    rule: 'SRV-13',
    message: {
      zh: '处理投诉或反馈结果的人员不得登记投诉人的确认。',
      en: "Whoever handled the complaint, or returned its result, does not record the complainant's confirmation.",
    },
    path: [],
    remedy: { zh: '请由另一位同事向投诉人核实后登记。', en: 'Have a colleague ask the complainant, and record it.' },
    facts: { staffId },
  }
}

export function notConfirmed({ status, attempt }: Complaint): Violation {
  return {
    rule: 'SRV-13',
    message: { zh: '投诉人尚未确认问题已解决。', en: 'The complainant has not confirmed that the problem is solved.' },
    path: ['outcome'],
    remedy: { zh: '请先取得投诉人的确认。', en: 'Obtain the confirmation first.' },
    facts: { status, attempt },
  }
}

export function wasConfirmed({ confirmedAt }: Confirmation): Violation {
  return {
    rule: 'SRV-13',
    message: { zh: '投诉人已经确认，不能按“无答复”结案。', en: 'The complainant did answer and confirmed.' },
    path: ['outcome'],
    remedy: { zh: '请按“已确认”结案。', en: 'Close it as CONFIRMED.' },
    facts: { confirmedAt },
  }
}

export function tooFewAttempts(days: number, needed: number): Violation {
  return {
    rule: 'SRV-13',
    message: {
      zh: `须在 ${needed} 个不同日期联系投诉人仍无答复，才能按“无答复”结案；目前为 ${days} 天。`,
      en: `“No answer” needs tries on ${needed} different days; there are ${days} so far.`,
    },
    path: ['outcome'],
    remedy: { zh: '请在另一天再次反馈结果。', en: 'Return the result again on another day.' },
    facts: { days, needed, conflict: 'C32' },
  }
}
