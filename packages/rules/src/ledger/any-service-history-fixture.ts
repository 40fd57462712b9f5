import fc from 'fast-check'
import type { AnonymousAnswerData } from './anonymous-survey/anonymous-survey-ledger.ts'
import {
  anyInstant,
  customerId,
  freely,
  historiesOf,
  lotId,
  moment,
  once,
  personId,
  productId,
  saleParties,
  teamId,
  thingId,
} from './any-facts-fixture.ts'
import type { ContactFactData } from './contact/facts.ts'
import type { DeviceUserFactData } from './device-user/facts.ts'
import type { EnquiryFactData } from './enquiry/facts.ts'
import type { ComplaintExtraFactData, ComplaintFactData, SurveyAnsweredData, SurveyFactData } from './facts.ts'
import type { FollowUpFactData } from './follow-up/facts.ts'
import type { ImprovementFactData } from './improvement/facts.ts'
import type { OpinionFactData } from './opinion/facts.ts'
import type { ServiceRequestFactData } from './service-request/facts.ts'

/* Any history of complaints, enquiries, requests, satisfaction and follow-up. */

const score = fc.integer({ min: 1, max: 5 })

/** How the customer found a member of staff. */
const attitude: fc.Arbitrary<NonNullable<SurveyAnsweredData['attitude']> | null> = fc.option(
  fc.record({ staffId: personId, teamId, score }),
)

const complaintHistories = historiesOf<ComplaintFactData & ComplaintExtraFactData>({
  category: 'complaint',
  begins: 'ComplaintReceived',
  tellings: {
    ComplaintReceived: once({
      customerId,
      productId: fc.option(productId),
      lotId,
      complaintClass: fc.constantFrom('UNCLASSIFIED', 'QUALITY', 'OTHER'),
    }),
    ComplaintClassified: freely({ complaintClass: fc.constantFrom('QUALITY', 'OTHER') }),
    ComplaintRegistered: moment,
    OpinionIssued: moment,
    ComplaintHandled: moment,
    ComplaintMarkedUnsolvable: moment,
    AdministrationAccepted: moment,
    ResolutionConfirmed: moment,
    ComplaintReopened: moment,
    ComplaintWaitBegan: freely({
      reason: fc.constantFrom('WAITING_FOR_CUSTOMER', 'WAITING_FOR_CUSTOMER', 'WAITING_FOR_SUPPLIER', 'WEATHER'),
    }),
    ComplaintWaitEnded: moment,
    ConductComplaintUpheld: freely({ staffId: personId, teamId }),
  },
})

const enquiryHistories = historiesOf<EnquiryFactData>({
  category: 'enquiry',
  begins: 'EnquiryReceived',
  tellings: {
    EnquiryReceived: once({
      customerId: fc.option(customerId),
      channel: fc.constantFrom('PHONE', 'ONLINE_CHAT', 'LETTER', 'EMAIL', 'IN_PERSON'),
    }),
    EnquiryAssigned: freely({ assigneeId: personId, teamId }),
    EnquiryAnswered: freely({ answeredBy: personId, teamId }),
    EnquiryExcluded: moment,
    EnquiryRestored: moment,
  },
})

const contactHistories = historiesOf<ContactFactData>({
  category: 'contact',
  begins: 'ContactReceived',
  tellings: {
    ContactReceived: once({ customerId: fc.option(customerId) }),
    ContactReplied: freely({ isAutomatic: fc.boolean(), repliedBy: fc.option(personId), teamId }),
    ContactExcluded: moment,
    ContactRestored: moment,
  },
})

const serviceRequestHistories = historiesOf<ServiceRequestFactData>({
  category: 'serviceRequest',
  begins: 'RequestReceived',
  tellings: {
    RequestReceived: once({ customerId, productId: fc.option(productId), lotId }),
    RequestAssigned: freely({ assigneeId: personId, teamId }),
    RequestWaitBegan: freely({ waitId: thingId }),
    RequestWaitEnded: freely({ waitId: thingId }),
    RequestProgressReported: moment,
    RequestResultReported: moment,
    RequestSolutionConfirmed: moment,
    RequestReopened: moment,
    RequestClosed: freely({ outcome: fc.constantFrom('CONFIRMED', 'NO_ANSWER') }),
    RequestLinkedToKnowledge: moment,
    RequestExcluded: moment,
    RequestRestored: moment,
  },
})

const surveyHistories = historiesOf<SurveyFactData>({
  category: 'survey',
  begins: 'SurveyInvited',
  tellings: {
    SurveyInvited: once({ customerId }),
    SurveyAnswered: once({
      customerId,
      serviceScore: score,
      productScore: fc.option(score),
      attitude,
      counts: fc.boolean(),
    }),
    SurveyDelivered: once({}),
    SurveyDeliveryFailed: once({}),
    OfflineAnswerRecorded: once({
      customerId,
      serviceScore: score,
      productScore: fc.option(score),
      counts: fc.boolean(),
    }),
  },
})

const anonymousSurveyHistories = historiesOf<{ readonly AnonymousAnswerGiven: AnonymousAnswerData }>({
  category: 'anonymousSurvey',
  begins: 'AnonymousAnswerGiven',
  tellings: { AnonymousAnswerGiven: freely({ serviceScore: score, productScore: fc.option(score) }) },
})

const followUpHistories = historiesOf<FollowUpFactData>({
  category: 'followUp',
  begins: 'FollowUpExpected',
  tellings: {
    FollowUpExpected: once({ ...saleParties, month: fc.constantFrom('2026-02', '2026-03') }),
    FollowUpRecorded: freely({ isTwoWay: fc.boolean() }),
  },
})

const deviceUserHistories = historiesOf<DeviceUserFactData>({
  category: 'deviceUser',
  begins: 'DeviceUserRegistered',
  tellings: {
    DeviceUserRegistered: once({ ...saleParties, askBy: anyInstant }),
    UserAskedAboutUse: freely({ askAgainBy: anyInstant }),
    DeviceUserRemoved: moment,
  },
})

const opinionHistories = historiesOf<OpinionFactData>({
  category: 'opinion',
  begins: 'OpinionReceived',
  tellings: {
    OpinionReceived: once({
      customerId: fc.option(customerId),
      productId: fc.option(productId),
      reviewBy: anyInstant,
    }),
    OpinionStudied: moment,
    OpinionSettled: moment,
    OpinionExcluded: moment,
    OpinionRestored: moment,
  },
})

const improvementHistories = historiesOf<ImprovementFactData>({
  category: 'improvement',
  begins: 'ImprovementApproved',
  tellings: {
    ImprovementApproved: once({
      ownerId: personId,
      teamId,
      productId: fc.option(productId),
      effectiveBy: anyInstant,
    }),
    ImprovementVerified: freely({ isEffective: fc.boolean() }),
  },
})

/** By category. */
export const serviceHistories = {
  complaint: complaintHistories,
  enquiry: enquiryHistories,
  contact: contactHistories,
  serviceRequest: serviceRequestHistories,
  survey: surveyHistories,
  anonymousSurvey: anonymousSurveyHistories,
  followUp: followUpHistories,
  deviceUser: deviceUserHistories,
  opinion: opinionHistories,
  improvement: improvementHistories,
}
