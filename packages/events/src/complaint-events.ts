import {
  choice,
  defineEvent,
  described,
  type EventOf,
  Id,
  InstantText,
  LocalDateText,
  named,
  nextVersionOf,
  nullable,
  PersonalText,
  record,
  ShortText,
  staffId,
  Text,
  Type,
} from './vocabulary.ts'

const classes = {
  QUALITY: { zh: '产品质量投诉', en: 'Quality', meaning: 'of goods; a preliminary opinion within 24 hours (CMP-5)' },
  OTHER: { zh: '非产品质量投诉', en: 'Other', meaning: 'an opinion on reason and request within 48 hours (CMP-6)' },
} as const
export const ComplaintClass = choice(
  'ComplaintClass',
  'Decides which limit the opinion has: quality and unclassified 24 hours, other 48 hours, from receipt (C28).',
  {
    UNCLASSIFIED: {
      zh: '未归类',
      en: 'Unclassified',
      meaning: 'nobody has decided yet; the stricter limit holds meanwhile',
    },
    ...classes,
  },
)
const DecidedClass = choice(
  'DecidedComplaintClass',
  'What a complaint can be classed as; nobody can make it unclassified again.',
  classes,
)
export const ContactChannel = choice(
  'ContactChannel',
  'Ways in which company and customer reach each other (CUS-15).',
  {
    PHONE: { zh: '电话', en: 'Phone', meaning: "also the hotline's" },
    SMS: { zh: '短信', en: 'Text message' },
    EMAIL: { zh: '电子邮件', en: 'E-mail' },
    LETTER: { zh: '信函', en: 'Letter', meaning: 'on paper' },
    WECHAT: { zh: '微信公众号', en: 'WeChat', meaning: "to the company's account" },
    WEB_FORM: { zh: '网站', en: 'Website form', meaning: "on the company's website" },
    ONLINE_CHAT: { zh: '在线客服', en: 'Online chat', meaning: 'with the online service desk (SRV-1)' },
    IN_PERSON: { zh: '上门', en: 'In person', meaning: 'a visit, on either side' },
  },
)

const RECEIVED = 'A complaint arrived. It is always accepted; every complaint timer runs from here (CMP-1).'

const ComplaintReceived1 = defineEvent({
  type: 'ComplaintReceived',
  version: 1,
  summary: RECEIVED,
  data: record({
    complaintId: Id,
    customerId: described(Id, 'Must be a UUID; whether there is a file under it is not asked (CMP-1).'),
    orderId: nullable(Id),
    productId: nullable(Id),
    lotId: nullable(Id),
    channel: described(ContactChannel, 'How it reached the company.'),
    complaintClass: described(ComplaintClass, 'Where it is plain at once; else it is decided later, with a reason.'),
    description: described(PersonalText, "In the complainant's words. Stored encrypted."),
    complainantName: described(nullable(PersonalText), 'Stored encrypted.'),
    complainantPhone: described(nullable(PersonalText), 'Stored encrypted.'),
    isAdverseEventSuspected: described(Type.Boolean(), 'Whether a device may have harmed somebody, or nearly so.'),
  }),
})

const ComplaintGoods = named(
  'ComplaintGoods',
  'What the label of the goods bears: as it was scanned, else as product and lot that were named had it on record then (TRC-4).',
  {
    deviceIdentifier: described(nullable(ShortText), 'GTIN of the device in 14 digits (UDI-DI).'),
    lotNumber: described(nullable(ShortText), "As the maker's label bears it."),
    serialNumber: described(nullable(ShortText), 'Factory serial number (TRC-1).'),
    producedOn: described(nullable(LocalDateText), 'Day of making.'),
    expiresOn: described(nullable(LocalDateText), 'Last day on which the goods may be used.'),
  },
)

export const ComplaintReceived = nextVersionOf(ComplaintReceived1, {
  summary: RECEIVED,
  data: record({
    ...ComplaintReceived1.data.properties,
    goods: described(nullable(ComplaintGoods), 'Null where nothing of the label is known.'),
  }),
  upcast: (complaint) => ({ ...complaint, goods: null }),
})

export const ComplaintClassified = defineEvent({
  type: 'ComplaintClassified',
  version: 1,
  summary:
    'The complaint was classed as quality or other; the opinion limit follows the class, still from receipt (C28).',
  data: record({
    complaintId: Id,
    complaintClass: described(DecidedClass, 'Another one than it has (CMP-7).'),
    reason: described(Text, 'What the decision rests on; not blank (CMP-7).'),
  }),
})

export const ComplaintRegistered = defineEvent({
  type: 'ComplaintRegistered',
  version: 1,
  summary: 'The facts were verified and the registration form is complete (CMP-2).',
  data: record({
    complaintId: Id,
    customerId: Id,
    verification: described(PersonalText, 'What was checked, and what it showed. Stored encrypted.'),
    isSubstantiated: described(
      Type.Boolean(),
      'Whether the verification bears the complaint out; it is handled either way (CMP-1).',
    ),
  }),
})

export const OpinionIssued = defineEvent({
  type: 'OpinionIssued',
  version: 1,
  summary: 'A preliminary opinion (quality, CMP-5) or an opinion on reason and request (other, CMP-6) was given.',
  data: record({ complaintId: Id, opinion: described(Text, 'What the complainant is told; not blank.') }),
})

export const ComplaintHandled = defineEvent({
  type: 'ComplaintHandled',
  version: 1,
  summary: 'A handling attempt was completed (CMP-3); an unfounded complaint, too, is handled (CMP-1).',
  data: record({
    complaintId: Id,
    attempt: Type.Integer({ minimum: 1 }),
    outcome: choice('HandlingOutcome', 'What a handling came to.', {
      SOLVED: { zh: '已解决', en: 'Solved', meaning: 'what was complained about was put right' },
      UNFOUNDED: {
        zh: '投诉不成立',
        en: 'Unfounded',
        meaning: 'nothing was wrong; the complainant is told so and asked for a rating like any other (CMP-1)',
      },
    }),
    rootCause: described(nullable(Text), 'Why it came to the complaint (SRV-12).'),
    measure: described(Text, 'What was done.'),
  }),
})

export const ComplaintMarkedUnsolvable = defineEvent({
  type: 'ComplaintMarkedUnsolvable',
  version: 1,
  summary: 'The complaint cannot be handled here and goes at once to administration, which must accept it (CMP-4).',
  data: record({ complaintId: Id, reason: described(Text, 'Why it cannot be handled here; not blank (CMP-4).') }),
})

export const AdministrationAccepted = defineEvent({
  type: 'AdministrationAccepted',
  version: 1,
  summary: 'Administration accepted the hand-over and told the customer an expected time (CMP-4, SRV-11, C29).',
  data: record({
    complaintId: Id,
    acceptedBy: staffId(),
    expectedAt: described(InstantText, 'The time that the customer was told; lies ahead.'),
    reasonTold: described(Text, 'The reason that the customer was told.'),
  }),
})

export const ResultReturned = defineEvent({
  type: 'ResultReturned',
  version: 1,
  summary: 'The result was returned to the complainant (CMP-9).',
  data: record({
    complaintId: Id,
    attempt: Type.Integer({ minimum: 1 }),
    channel: described(ContactChannel, 'How it was tried.'),
  }),
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
  data: record({
    complaintId: Id,
    reason: described(Text, 'What the complainant is not content with; not blank (SRV-13).'),
  }),
})

export const ComplaintClosed = defineEvent({
  type: 'ComplaintClosed',
  version: 1,
  summary: 'The complaint was closed after confirmation, or after three unanswered attempts (C32).',
  data: record({
    complaintId: Id,
    outcome: described(
      choice('ClosingOutcome', 'Why a complaint was closed.', {
        CONFIRMED: {
          zh: '投诉人已确认',
          en: 'Confirmed',
          meaning: 'the complainant confirmed that the problem is solved (SRV-13)',
        },
        NO_ANSWER: {
          zh: '无答复',
          en: 'No answer',
          meaning: 'to tries on three different days (C32); counts as no success',
        },
      }),
      'CONFIRMED needs a confirmation (SRV-13), NO_ANSWER tries on three different days (C32).',
    ),
  }),
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
