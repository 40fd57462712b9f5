import {
  defineEvent,
  type EventOf,
  Id,
  InstantText,
  nullable,
  oneOf,
  PersonalText,
  record,
  ShortText,
  Text,
  Type,
} from './vocabulary.ts'

export const ComplaintClass = oneOf('UNCLASSIFIED', 'QUALITY', 'OTHER')
export const ContactChannel = oneOf('PHONE', 'SMS', 'EMAIL', 'LETTER', 'WECHAT', 'WEB_FORM', 'ONLINE_CHAT', 'IN_PERSON')

export const ComplaintReceived = defineEvent({
  type: 'ComplaintReceived',
  version: 1,
  summary: 'A complaint arrived. It is always accepted; every complaint timer runs from here (CMP-1).',
  data: record({
    complaintId: Id,
    customerId: Id,
    orderId: nullable(Id),
    productId: nullable(Id),
    lotId: nullable(Id),
    channel: ContactChannel,
    complaintClass: ComplaintClass,
    description: PersonalText,
    complainantName: nullable(PersonalText),
    complainantPhone: nullable(PersonalText),
    isAdverseEventSuspected: Type.Boolean(),
  }),
})

export const ComplaintClassified = defineEvent({
  type: 'ComplaintClassified',
  version: 1,
  summary:
    'The complaint was classed as quality or other; the opinion limit follows the class, still from receipt (C28).',
  data: record({ complaintId: Id, complaintClass: oneOf('QUALITY', 'OTHER'), reason: Text }),
})

export const ComplaintRegistered = defineEvent({
  type: 'ComplaintRegistered',
  version: 1,
  summary: 'The facts were verified and the registration form is complete (CMP-2).',
  data: record({ complaintId: Id, customerId: Id, verification: PersonalText, isSubstantiated: Type.Boolean() }),
})

export const OpinionIssued = defineEvent({
  type: 'OpinionIssued',
  version: 1,
  summary: 'A preliminary opinion (quality, CMP-5) or an opinion on reason and request (other, CMP-6) was given.',
  data: record({ complaintId: Id, opinion: Text }),
})

export const ComplaintHandled = defineEvent({
  type: 'ComplaintHandled',
  version: 1,
  summary: 'A handling attempt was completed (CMP-3); an unfounded complaint, too, is handled (CMP-1).',
  data: record({
    complaintId: Id,
    attempt: Type.Integer({ minimum: 1 }),
    outcome: oneOf('SOLVED', 'UNFOUNDED'),
    rootCause: nullable(Text),
    measure: Text,
  }),
})

export const ComplaintMarkedUnsolvable = defineEvent({
  type: 'ComplaintMarkedUnsolvable',
  version: 1,
  summary: 'The complaint cannot be handled here and goes at once to administration, which must accept it (CMP-4).',
  data: record({ complaintId: Id, reason: Text }),
})

export const AdministrationAccepted = defineEvent({
  type: 'AdministrationAccepted',
  version: 1,
  summary: 'Administration accepted the hand-over and told the customer an expected time (CMP-4, SRV-11, C29).',
  data: record({ complaintId: Id, acceptedBy: ShortText, expectedAt: InstantText, reasonTold: Text }),
})

export const ResultReturned = defineEvent({
  type: 'ResultReturned',
  version: 1,
  summary: 'The result was returned to the complainant (CMP-9).',
  data: record({ complaintId: Id, attempt: Type.Integer({ minimum: 1 }), channel: ContactChannel }),
})

export const ResolutionConfirmed = defineEvent({
  type: 'ResolutionConfirmed',
  version: 1,
  summary: 'The complainant confirmed that the problem is solved (SRV-13); a rating is asked for (SVY-2).',
  data: record({ complaintId: Id, customerId: Id, attempt: Type.Integer({ minimum: 1 }) }),
})

export const ComplaintReopened = defineEvent({
  type: 'ComplaintReopened',
  version: 1,
  summary: 'The complainant did not confirm, or the problem came back; another attempt begins.',
  data: record({ complaintId: Id, reason: Text }),
})

export const ComplaintClosed = defineEvent({
  type: 'ComplaintClosed',
  version: 1,
  summary: 'The complaint was closed after confirmation, or after three unanswered attempts (C32).',
  data: record({ complaintId: Id, outcome: oneOf('CONFIRMED', 'NO_ANSWER') }),
})

export const complaintEvents = [
  ComplaintReceived,
  ComplaintClassified,
  ComplaintRegistered,
  OpinionIssued,
  ComplaintHandled,
  ComplaintMarkedUnsolvable,
  AdministrationAccepted,
  ResultReturned,
  ResolutionConfirmed,
  ComplaintReopened,
  ComplaintClosed,
] as const

export type ComplaintEvent = EventOf<(typeof complaintEvents)[number]>
