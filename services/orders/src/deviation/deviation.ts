import {
  DeviationApproved,
  type DeviationEvent,
  DeviationWithdrawn,
  described,
  InstantText,
  internal,
  nullable,
} from '@afterline/events'
import {
  DEVIATION_APPROVERS,
  type DeviationOnRecord,
  deviationStages,
  productStages,
  type Role,
} from '@afterline/rules'
import {
  type AnyCommandOf,
  aggregate,
  type CommandsOf,
  callersName,
  command,
  type DataOf,
  fieldsBesides,
  happens,
  missing,
  type Shown,
} from '@afterline/service-kit/aggregate'
import type { Product } from '../product/product.ts'
import * as refusal from './deviation.refusals.ts'

const { approverRole, ...approved } = DeviationApproved.data.properties

const deviationCommands = {
  ApproveDeviation: command('DeviationApproved', DEVIATION_APPROVERS, {
    ...approved,
    approvedBy: callersName(approved.approvedBy),
  }),
  WithdrawDeviation: command(
    'DeviationWithdrawn',
    DEVIATION_APPROVERS,
    fieldsBesides('deviationId', DeviationWithdrawn),
  ),
}

const deviationState = {
  ...approved,
  productId: internal(approved.productId),
  customerId: internal(approved.customerId),
  approverRole,
  approvedAt: described(InstantText, 'When it was approved; it holds from then on.'),
  withdrawnAt: described(nullable(InstantText), 'Null where it was not withdrawn.'),
  withdrawalReason: described(nullable(DeviationWithdrawn.data.properties.reason), 'Null where it was not withdrawn.'),
}

/** An approval of another price than the list's: who, when, for which product and price, for how long. */
export type Deviation = DataOf<typeof deviationState> & { readonly status: 'APPROVED' | 'WITHDRAWN' }
export type ShownDeviation = Shown<Deviation>

export interface DeviationTypes {
  readonly unbegun: 'UNAPPROVED'
  readonly state: Deviation
  readonly commands: CommandsOf<typeof deviationCommands>
  readonly events: DeviationEvent
  /** The product that it is for; `null` when nobody registered it. */
  readonly lookUp: { readonly product: Product | null }
  readonly begins: 'ApproveDeviation'
  readonly begunBy: 'DeviationApproved'
}

export type DeviationCommand = AnyCommandOf<DeviationTypes>

/** A price deviation (QUO-2): a line of an order names it, and of one order only: what orders use is unique among them. */
export const deviation = aggregate<DeviationTypes>({
  category: 'deviation',
  shape: 1,
  life: deviationStages,
  commands: deviationCommands,
  state: deviationState,
  begunAt: 'approvedAt',
  begin: {
    ApproveDeviation: ({ at, by, data }, { product }) =>
      happens('DeviationApproved', { ...data, approverRole: by.role }).unless(
        product === null ? [missing('ORD-3', productStages.name, { productId: data.productId })] : [],
        data.validUntil <= at ? [refusal.overBeforeItBegins(data.validUntil, at)] : [],
        data.floorPrice.minor < 0 ? [refusal.negativeFloor(data.floorPrice)] : [],
      ),
  },
  decide: {
    WithdrawDeviation: ({ deviationId }, { data }) => happens('DeviationWithdrawn', { deviationId, ...data }),
  },
  evolve: {
    DeviationWithdrawn: (_, { data: { reason }, occurredAt }) => ({
      withdrawnAt: occurredAt,
      withdrawalReason: reason,
    }),
  },
})

/** As the gate of prices asks for it: it holds from its approval on, and up to the list price. */
export function onRecord(known: Deviation): DeviationOnRecord {
  // The role is that of the command, which names it among its own.
  return { ...known, validFrom: known.approvedAt, ceilingPrice: null, approverRole: known.approverRole as Role }
}
