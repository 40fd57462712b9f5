import type { Instant, Violation } from '@afterline/rules'

export function reservedId(staffId: string): Violation {
  return {
    rule: 'ORG-3',
    message: { zh: `“${staffId}”是系统保留的编号。`, en: `Under "${staffId}" the platform itself acts.` },
    path: ['staffId'],
    remedy: { zh: '请填写员工本人的编号。', en: "Enter the person's own staff id." },
    facts: { staffId },
  }
}

export function noPost(roles: readonly string[]): Violation {
  return {
    rule: 'ORG-3',
    message: { zh: '其中有不授予员工的角色。', en: 'One of these is no post that a member of staff holds.' },
    path: ['roles'],
    remedy: { zh: '请只填写员工的岗位。', en: 'Name posts of staff only.' },
    facts: { roles: roles.join(', ') },
  }
}

export function registeredBefore(staffId: string): Violation {
  return {
    rule: 'ORG-3',
    message: { zh: `员工“${staffId}”已登记。`, en: `"${staffId}" is registered.` },
    path: ['staffId'],
    remedy: {
      zh: '请变更其岗位（changeStaffRoles），或先登记其离岗（endStaff）。',
      en: 'Use changeStaffRoles for other roles, or endStaff before registering anew.',
    },
    facts: { staffId },
  }
}

export function overBeforeItBegins(validFrom: Instant, validUntil: Instant): Violation {
  return {
    rule: 'ORG-3',
    message: { zh: '结束时间不晚于开始时间。', en: 'The validity ends before it begins.' },
    path: ['validUntil'],
    remedy: { zh: '请更正时间。', en: 'Correct the instants.' },
    facts: { validFrom, validUntil },
  }
}

export function ownPost(staffId: string): Violation {
  return {
    rule: 'ORG-3',
    message: { zh: '本人的岗位由他人登记。', en: 'Nobody decides on his or her own post.' },
    path: ['staffId'],
    remedy: { zh: '请由行政部的其他同事登记。', en: 'Leave it to a colleague in administration.' },
    facts: { staffId },
  }
}
