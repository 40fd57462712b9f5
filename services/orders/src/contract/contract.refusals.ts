import type { Money, PartyConsent, TextVersion, Violation } from '@afterline/rules'

export function signedByOne({ revision }: TextVersion): Violation {
  return {
    rule: 'CON-4',
    message: { zh: '一方已签署此文本。', en: 'One party has signed this text.' },
    path: [],
    remedy: { zh: '由另一方签署后再修订，或终止并重新起草。', en: 'Amend it once both have signed, or draft another.' },
    facts: { revision },
  }
}

export function signedBefore(party: string, { givenAt }: PartyConsent): Violation {
  return {
    rule: 'CON-1',
    message: { zh: '该方已签署。', en: 'This party has signed already.' },
    path: ['contactId'],
    remedy: { zh: '请另一方签署。', en: 'Have the other party sign.' },
    facts: { party, givenAt },
  }
}

export function valueNotAsDeclared(before: Money | null, amended: Money | null): Violation {
  return {
    rule: 'CON-4',
    message: { zh: '合同金额的变动与声明不符。', en: 'The value does not change as declared.' },
    path: ['declaredChanges'],
    remedy: { zh: '声明 value，或保持原金额。', en: 'Declare the change of "value", or keep the value.' },
    facts: { before: before?.minor ?? null, amended: amended?.minor ?? null },
  }
}
