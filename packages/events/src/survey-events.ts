import {
  choice,
  defineEvent,
  described,
  type EventOf,
  Id,
  InstantText,
  internal,
  named,
  nextVersionOf,
  nullable,
  PersonalText,
  record,
  ShortText,
  Text,
  Type,
} from './vocabulary.ts'

const SurveySubject = named('SurveySubject', 'The matter that a survey is about.', {
  kind: described(
    choice('SurveySubjectKind', 'What a customer can be asked about.', {
      COMPLAINT: { zh: '投诉', en: 'Complaint', meaning: 'its handling, once that was confirmed (SVY-2)' },
      ORDER: { zh: '订单', en: 'Order', meaning: 'only imported ratings are about orders' },
    }),
    'Which of complaint and order is set.',
  ),
  id: described(Id, 'Of the complaint or order.'),
  resolution: described(Type.Integer({ minimum: 1 }), 'Which resolution of it: 2 after one reopening.'),
})
const Score = Type.Integer({ minimum: 1, maximum: 5 })

export const SurveyInvited = defineEvent({
  type: 'SurveyInvited',
  version: 1,
  summary: 'The customer was asked for a rating, once per resolution (SVY-2).',
  data: record({
    surveyId: Id,
    customerId: internal(Id),
    subject: described(SurveySubject, 'What is to be rated.'),
    expiresAt: described(
      nullable(InstantText),
      'Last instant at which an answer is taken; null for imported ratings, which never expire.',
    ),
    sourceKey: internal(nullable(ShortText)),
  }),
})

const ANSWERED = 'The customer rated service, and the product where asked, from 1 (poor) to 5 (very good).'

const SurveyAnswered1 = defineEvent({
  type: 'SurveyAnswered',
  version: 1,
  summary: ANSWERED,
  data: record({
    surveyId: Id,
    customerId: Id,
    subject: SurveySubject,
    serviceScore: described(Score, 'Satisfaction with the service, from 1 (poor) to 5 (very good).'),
    productScore: described(
      nullable(Score),
      "Satisfaction with the product's quality, from 1 (poor) to 5 (very good); null where the respondent left it out.",
    ),
    comment: described(nullable(PersonalText), "In the respondent's words. Stored encrypted."),
  }),
})

export const SurveyAnswered = nextVersionOf(SurveyAnswered1, {
  summary: ANSWERED,
  data: record({
    ...SurveyAnswered1.data.properties,
    counts: described(
      Type.Boolean(),
      'Whether it counts for satisfaction: not when the invitation went to a contact person whom somebody who worked on the case, or looks after the customer, entered since the complaint was received.',
    ),
  }),
  upcast: (answer) => ({ ...answer, counts: true }),
})

export const DeliveryChannel = choice('DeliveryChannel', 'How an invitation is taken to its customer.', {
  EMAIL: { zh: '电子邮件', en: 'E-mail' },
  SMS: { zh: '短信', en: 'Text message' },
  WECHAT: { zh: '微信', en: 'WeChat' },
})

const DELIVERED = 'The invitation was handed to a provider that takes it to the customer (SVY-2).'

const SurveyDelivered1 = defineEvent({
  type: 'SurveyDelivered',
  version: 1,
  summary: DELIVERED,
  data: record({
    surveyId: Id,
    channel: described(DeliveryChannel, 'How it is taken there; the address is not told.'),
    reference: described(
      nullable(Type.String({ pattern: '^[A-Za-z0-9._:+=/-]{1,200}$' })),
      "The provider's name for it, for asking what became of it: letters, digits and . _ : + = / - only, so no e-mail address; null where the provider told none.",
    ),
  }),
})

export const SurveyDelivered = nextVersionOf(SurveyDelivered1, {
  summary: DELIVERED,
  data: record({
    ...SurveyDelivered1.data.properties,
    contactId: internal(nullable(Id)),
  }),
  upcast: (delivery) => ({ ...delivery, contactId: null }),
})

export const SurveyDeliveryFailed = defineEvent({
  type: 'SurveyDeliveryFailed',
  version: 1,
  summary: 'The invitation could not be taken to the customer, and why (SVY-2).',
  data: record({
    surveyId: Id,
    channel: described(nullable(DeliveryChannel), 'How it was to be taken there; null where no way was tried.'),
    reason: described(
      choice('DeliveryFailure', 'Why an invitation could not be taken to its customer.', {
        NO_CONTACT: { zh: '无联系方式', en: 'No address', meaning: 'no contact person has an e-mail address or phone' },
        NO_CHANNEL: {
          zh: '渠道未配置',
          en: 'No channel',
          meaning: 'nothing is set up for the addresses that there are',
        },
        REFUSED: {
          zh: '被拒收',
          en: 'Refused',
          meaning: 'the provider refuses each address; correct the contact persons',
        },
      }),
      'What to mend.',
    ),
  }),
})

export const SurveyResendRequested = defineEvent({
  type: 'SurveyResendRequested',
  version: 1,
  summary:
    'The contact persons were corrected: an invitation that every provider refused is to be sent once more (SVY-2).',
  data: record({
    surveyId: Id,
    reason: described(Text, 'What was corrected; names nobody. Not blank.'),
  }),
})

export const OfflineAnswerRecorded = defineEvent({
  type: 'OfflineAnswerRecorded',
  version: 1,
  summary:
    'Staff entered a rating that the customer gave by phone or on paper; marked as such, and no answer of the customer (SVY-2).',
  data: record({
    surveyId: Id,
    customerId: internal(Id),
    channel: described(
      choice('OfflineAnswerChannel', 'How a rating came that staff entered.', {
        PHONE: { zh: '电话', en: 'Phone' },
        PAPER: { zh: '纸质', en: 'Paper' },
        VISIT: { zh: '上门', en: 'Visit', meaning: 'said in person' },
      }),
      'How the rating came.',
    ),
    saidBy: described(PersonalText, 'Who said or signed it. Stored encrypted.'),
    saidAt: described(InstantText, 'When it was said or signed.'),
    evidence: described(PersonalText, 'Where the recording or the form is kept. Stored encrypted.'),
    serviceScore: described(Score, 'Satisfaction with the service, from 1 (poor) to 5 (very good).'),
    productScore: described(
      nullable(Score),
      "Satisfaction with the product's quality, from 1 (poor) to 5 (very good); null where nothing was said of it.",
    ),
    comment: described(nullable(PersonalText), "In the customer's words. Stored encrypted."),
    counts: described(
      Type.Boolean(),
      'Whether it counts for satisfaction: not when whoever entered it worked on the case or looks after the customer.',
    ),
  }),
})

export const surveyEvents = [
  SurveyInvited,
  SurveyAnswered,
  SurveyDelivered,
  SurveyDeliveryFailed,
  SurveyResendRequested,
  OfflineAnswerRecorded,
] as const
export type SurveyEvent = EventOf<(typeof surveyEvents)[number]>
