import {
  AdministrationAccepted,
  ComplaintClassified,
  ComplaintClosed,
  ComplaintHandled,
  ComplaintMarkedUnsolvable,
  ComplaintReceived,
  ComplaintRegistered,
  ComplaintReopened,
  described,
  LabelScan,
  nullable,
  OpinionIssued,
  ResultReturned,
  ShortText,
} from '@afterline/events'
import { command, fieldsBesides, standard } from '@afterline/service-kit/aggregate'

const DESK = ['ADMINISTRATION', 'COMPLAINT_DESK'] as const
const HANDLERS = ['AFTER_SALES', 'QUALITY_CONTROL'] as const
/** Whoever may speak with the complainant about the result. */
const TELLERS = [...DESK, 'HOTLINE_AGENT', ...HANDLERS, 'SALESPERSON'] as const

const { goods: _, ...received } = ComplaintReceived.data.properties
const { outcome, rootCause, measure } = ComplaintHandled.data.properties
const { verification, isSubstantiated } = ComplaintRegistered.data.properties
const { expectedAt, reasonTold } = AdministrationAccepted.data.properties

/** What a complaint names is taken down as it was said: what is no id stays in the description (CMP-1). */
const asSaid = (what: string) =>
  described(nullable(ShortText), `Id of the ${what}; what is no id stays in the description as it was said.`)

/** Every command on a complaint. */
export const complaintCommands = {
  ReceiveComplaint: command(
    'ComplaintReceived',
    [
      ...DESK,
      'HOTLINE_AGENT',
      'AFTER_SALES',
      'SERVICE_ENGINEER',
      'QUALITY_CONTROL',
      'MEDICAL_ADVISOR',
      'SALESPERSON',
      'SALES_MANAGER',
    ],
    {
      ...received,
      orderId: asSaid('order'),
      productId: asSaid('product'),
      lotId: asSaid('lot'),
      scan: described(
        nullable(LabelScan),
        'What a scanner reads off the label of the goods: it names product and lot, and what is named besides must agree. What it bears is kept as the goods of the complaint.',
      ),
      complaintClass: standard(received.complaintClass, 'UNCLASSIFIED'),
      isAdverseEventSuspected: standard(received.isAdverseEventSuspected, false),
    },
  ),
  ClassifyComplaint: command(
    'ComplaintClassified',
    ['COMPLAINT_DESK', ...HANDLERS],
    fieldsBesides('complaintId', ComplaintClassified),
  ),
  RegisterComplaint: command('ComplaintRegistered', [...DESK, ...HANDLERS], { verification, isSubstantiated }),
  IssueOpinion: command(
    'OpinionIssued',
    [...DESK, ...HANDLERS, 'MEDICAL_ADVISOR'],
    fieldsBesides('complaintId', OpinionIssued),
  ),
  HandleComplaint: command('ComplaintHandled', [...DESK, ...HANDLERS, 'SERVICE_ENGINEER'], {
    outcome,
    rootCause,
    measure,
  }),
  MarkComplaintUnsolvable: command(
    'ComplaintMarkedUnsolvable',
    ['COMPLAINT_DESK', ...HANDLERS, 'SERVICE_ENGINEER'],
    fieldsBesides('complaintId', ComplaintMarkedUnsolvable),
  ),
  AcceptByAdministration: command('AdministrationAccepted', ['ADMINISTRATION'], { expectedAt, reasonTold }),
  ReturnResult: command('ResultReturned', TELLERS, { channel: ResultReturned.data.properties.channel }),
  ConfirmResolution: command('ResolutionConfirmed', TELLERS),
  ReopenComplaint: command('ComplaintReopened', TELLERS, fieldsBesides('complaintId', ComplaintReopened)),
  CloseComplaint: command('ComplaintClosed', [...DESK, ...HANDLERS], fieldsBesides('complaintId', ComplaintClosed)),
}
