import {
  AdministrationAccepted,
  ComplaintClass,
  ComplaintClosed,
  ComplaintHandled,
  ComplaintMarkedUnsolvable,
  ComplaintReceived,
  ComplaintRegistered,
  ComplaintReopened,
  described,
  InstantText,
  internal,
  named,
  nullable,
  OpinionIssued,
  ResultReturned,
  ShortText,
  Text,
  Type,
} from '@afterline/events'
import { type DataOf, shownAs } from '@afterline/service-kit/aggregate'

const received = ComplaintReceived.data.properties
const registered = ComplaintRegistered.data.properties
const handled = ComplaintHandled.data.properties
const accepted = AdministrationAccepted.data.properties
const returned = ResultReturned.data.properties

/** Staff id of who did something. */
const staff = (description: string) => described(ShortText, description)
/** When something was done. */
const instant = (description: string) => described(InstantText, description)

const Classification = named(
  'ComplaintClassification',
  'One decision on the class; the limit of the opinion follows it, still from receipt (C28).',
  {
    complaintClass: described(ComplaintClass, 'What was decided.'),
    reason: described(Text, 'What the decision rests on.'),
    classifiedAt: instant('When it was decided.'),
    classifiedBy: staff('Staff id of who decided.'),
  },
)

const Registration = named('ComplaintRegistration', 'What the registration form says of the verification (CMP-2).', {
  verification: described(registered.verification, 'Masked and erased as the description.'),
  isSubstantiated: registered.isSubstantiated,
  registeredAt: instant('When the form was completed; meets the limit of 2 hours.'),
  registeredBy: staff('Staff id of who verified.'),
})

const Opinion = named('ComplaintOpinion', 'What the company says to a complaint before handling it (CMP-5, CMP-6).', {
  opinion: described(OpinionIssued.data.properties.opinion, "In the company's words."),
  issuedAt: instant('When it was given; the first one meets the limit.'),
  issuedBy: staff('Staff id of who gave it.'),
})

const Attempt = named('HandlingAttempt', 'One completed handling (CMP-3).', {
  attempt: described(handled.attempt, '1 for the first handling.'),
  outcome: described(handled.outcome, 'What it came to.'),
  rootCause: described(handled.rootCause, 'Why it came to the complaint (SRV-12); null where nobody said.'),
  measure: handled.measure,
  handledAt: instant('When it was done.'),
  handledBy: staff('Staff id of who entered it.'),
})

/** From being marked or taken over until the complaint is handled. */
export const HandOver = named(
  'ComplaintHandOver',
  'One stay with administration, which convenes the departments and sees it through (CMP-4).',
  {
    reason: described(
      nullable(ComplaintMarkedUnsolvable.data.properties.reason),
      'Why it could not be handled; null where administration took over unasked.',
    ),
    markedAt: described(
      nullable(InstantText),
      'When it was sent to administration; null where administration took over unasked.',
    ),
    acceptedAt: described(
      nullable(InstantText),
      'Null while administration still has to accept; the limit of the hand-over runs until then.',
    ),
    acceptedBy: described(nullable(accepted.acceptedBy), 'Staff id of who accepted it in administration.'),
    expectedAt: described(nullable(accepted.expectedAt), 'What the customer was told (SRV-11).'),
    reasonTold: described(nullable(accepted.reasonTold), 'Why it takes so long, as the customer was told (SRV-11).'),
    endedAt: described(nullable(InstantText), 'When the complaint was handled.'),
  },
)

const ResultReturn = named(
  'ResultReturn',
  'One try to tell the complainant the result. Tries on three different days must fail before the complaint may be closed without an answer (C32).',
  {
    attempt: described(returned.attempt, 'Number of the handling whose result it was.'),
    channel: returned.channel,
    returnedAt: instant("When it was tried; days are counted in the company's time zone."),
    returnedBy: staff('Staff id of who tried.'),
  },
)

const Confirmation = named('ComplaintConfirmation', "The complainant's word that the problem is solved (SRV-13).", {
  attempt: described(handled.attempt, 'Number of the handling that was confirmed.'),
  confirmedAt: instant('When the complainant said so.'),
  recordedBy: staff('Staff id of who took it down.'),
})

const Reopening = named('ComplaintReopening', 'The beginning of another attempt.', {
  reason: described(ComplaintReopened.data.properties.reason, 'Why it did not end with the one before.'),
  reopenedAt: instant('When the new attempt began.'),
})

const Closure = named('ComplaintClosure', 'The end of a complaint.', {
  outcome: described(ComplaintClosed.data.properties.outcome, 'Why it could end.'),
  closedAt: instant('When it ended.'),
})

/** Every list is oldest first. Description, complainant and verification are ciphertext. */
export const complaintState = {
  ...received,
  customerId: internal(received.customerId),
  orderId: internal(received.orderId),
  productId: internal(received.productId),
  lotId: internal(received.lotId),
  lotIdentifier: internal(nullable(ShortText)),
  complaintClass: described(received.complaintClass, 'What it was classed as last.'),
  description: described(
    received.description,
    "In the complainant's words. Masked for roles that handle no complaints; null once the person was erased.",
  ),
  complainantName: internal(received.complainantName),
  complainantPhone: internal(received.complainantPhone),
  isAdverseEventSuspected: described(
    received.isAdverseEventSuspected,
    'Whether, at receipt, a device was suspected to have harmed somebody or nearly so. Kept as it was said; no limit of the complaint follows from it.',
  ),
  receivedAt: instant('Every limit runs from here (C27).'),
  receivedBy: staff('Staff id of who received it.'),
  attempt: described(handled.attempt, 'Number of the attempt under way or completed last; rises with each reopening.'),
  classifications: described(
    Type.Array(Classification),
    'Classifications, oldest first: who changed the class, and why (C28).',
  ),
  registration: described(nullable(Registration), 'The registration form; null before the verification (CMP-2).'),
  opinions: described(Type.Array(Opinion), 'Opinions, oldest first.'),
  attempts: described(Type.Array(Attempt), 'Completed handlings, oldest first.'),
  handOvers: internal(Type.Array(HandOver)),
  isWithAdministration: described(
    Type.Boolean(),
    'True from the hand-over until the complaint is handled, also while administration has not accepted yet.',
  ),
  returns: shownAs(
    'resultReturns',
    described(Type.Array(ResultReturn), 'Tries to return the result, oldest first (CMP-9).'),
  ),
  confirmation: described(nullable(Confirmation), "The complainant's confirmation of the present attempt (SRV-13)."),
  reopenings: described(Type.Array(Reopening), 'Oldest first; one for each attempt after the first.'),
  closure: described(nullable(Closure), 'Null unless it is closed now.'),
}

export type HandOver = DataOf<typeof HandOver.properties>
export type ResultReturn = DataOf<typeof ResultReturn.properties>
export type Confirmation = DataOf<typeof Confirmation.properties>
