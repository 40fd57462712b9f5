import { complaintStages } from '@afterline/rules'
import { aggregate, happens } from '@afterline/service-kit/aggregate'
import { complaintCommands } from './commands.ts'
import {
  alreadyHandedOver,
  confirmedByHandler,
  notRegistered,
  resultNotReturned,
  sameClass,
} from './complaint.refusals.ts'
import { beforeAcceptance, beforeClosing, beforeHandling } from './decide/guards.ts'
import { receive } from './decide/receiving.ts'
import { onceWritten } from './decide/texts.ts'
import { accepted, handled, markedUnsolvable, received, statusAfter } from './evolve/milestones.ts'
import { complaintState } from './fields.ts'
import { type ComplaintTypes, hasWorkedOn, openHandOver, presentReturns } from './state.ts'

/**
 * A complaint (CMP-1 to CMP-9): accepted always, verified, given an opinion, handled, returned, confirmed, closed. Which
 * command is legal when is the table `complaintStages` of the rules; the guards name the milestone that is missing. No
 * limit is computed here: the ledger of `@afterline/rules` reads them from the events.
 */
export const complaint = aggregate<ComplaintTypes>({
  category: 'complaint',
  shape: 2,
  life: complaintStages,
  commands: complaintCommands,
  state: complaintState,
  begunAt: 'receivedAt',
  begin: { ReceiveComplaint: receive },
  decide: {
    ClassifyComplaint: ({ complaintId, complaintClass }, command) =>
      onceWritten(
        command,
        happens('ComplaintClassified', { complaintId, ...command.data }).unless(
          complaintClass === command.data.complaintClass ? [sameClass({ complaintClass })] : [],
        ),
      ),
    RegisterComplaint: ({ complaintId, customerId }, command) =>
      onceWritten(command, happens('ComplaintRegistered', { complaintId, customerId, ...command.data })),
    IssueOpinion: ({ complaintId, registration }, command) =>
      onceWritten(
        command,
        happens('OpinionIssued', { complaintId, ...command.data }).unless(
          registration === null ? [notRegistered('opinion')] : [],
        ),
      ),
    HandleComplaint(state, command) {
      const { complaintId, attempt } = state
      const event = { complaintId, attempt, ...command.data }
      return onceWritten(command, happens('ComplaintHandled', event).unless(beforeHandling(state, command)))
    },
    MarkComplaintUnsolvable(state, command) {
      const open = openHandOver(state)
      const event = { complaintId: state.complaintId, ...command.data }
      return onceWritten(
        command,
        happens('ComplaintMarkedUnsolvable', event).unless(open === null ? [] : [alreadyHandedOver(open)]),
      )
    },
    AcceptByAdministration(state, command) {
      const event = { complaintId: state.complaintId, acceptedBy: command.by.id, ...command.data }
      return onceWritten(command, happens('AdministrationAccepted', event).unless(beforeAcceptance(state, command)))
    },
    ReturnResult: ({ complaintId, attempt }, { data }) => happens('ResultReturned', { complaintId, attempt, ...data }),
    ConfirmResolution(state, { by }) {
      const { complaintId, customerId, attempt } = state
      return happens('ResolutionConfirmed', { complaintId, customerId, attempt }).unless(
        presentReturns(state).length === 0 ? [resultNotReturned({ attempt })] : [],
        hasWorkedOn(state, by.id) ? [confirmedByHandler(by.id)] : [],
      )
    },
    ReopenComplaint: ({ complaintId }, command) =>
      onceWritten(command, happens('ComplaintReopened', { complaintId, ...command.data })),
    CloseComplaint: (state, { data }, lookUp) =>
      happens('ComplaintClosed', { complaintId: state.complaintId, ...data }).unless(
        beforeClosing(state, data.outcome, lookUp),
      ),
  },
  begun: { ComplaintReceived: received },
  evolve: {
    ComplaintClassified({ classifications }, { data: { complaintClass, reason }, occurredAt: classifiedAt, actor }) {
      const classification = { complaintClass, reason, classifiedAt, classifiedBy: actor.id }
      return { complaintClass, classifications: [...classifications, classification] }
    },
    ComplaintRegistered: (_, { data: { verification, isSubstantiated }, occurredAt: registeredAt, actor }) => ({
      registration: { verification, isSubstantiated, registeredAt, registeredBy: actor.id },
    }),
    OpinionIssued: ({ opinions }, { data: { opinion }, occurredAt: issuedAt, actor }) => ({
      opinions: [...opinions, { opinion, issuedAt, issuedBy: actor.id }],
    }),
    ComplaintHandled: handled,
    ComplaintMarkedUnsolvable: markedUnsolvable,
    AdministrationAccepted: accepted,
    ResultReturned: ({ returns }, { data: { attempt, channel }, occurredAt: returnedAt, actor }) => ({
      returns: [...returns, { attempt, channel, returnedAt, returnedBy: actor.id }],
    }),
    ResolutionConfirmed: (_, { data: { attempt }, occurredAt: confirmedAt, actor }) => ({
      confirmation: { attempt, confirmedAt, recordedBy: actor.id },
    }),
    ComplaintReopened: ({ attempt, reopenings }, { data: { reason }, occurredAt: reopenedAt }) => ({
      attempt: attempt + 1,
      reopenings: [...reopenings, { reason, reopenedAt }],
      confirmation: null,
      closure: null,
    }),
    ComplaintClosed: (_, { data: { outcome }, occurredAt: closedAt }) => ({ closure: { outcome, closedAt } }),
  },
  settle: statusAfter,
})
