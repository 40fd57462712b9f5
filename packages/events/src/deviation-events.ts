import {
  defineEvent,
  described,
  type EventOf,
  Id,
  InstantText,
  internal,
  MoneyValue,
  nullable,
  record,
  ShortText,
  staffId,
  Text,
} from './vocabulary.ts'

export const DeviationApproved = defineEvent({
  type: 'DeviationApproved',
  version: 1,
  summary: "Another price than the list's was approved for one product; one order may use the approval (QUO-2).",
  data: record({
    deviationId: Id,
    productId: described(Id, 'A registered product (ORD-3).'),
    customerId: described(nullable(Id), 'For whom; null where it holds for any customer.'),
    floorPrice: described(
      MoneyValue,
      'The lowest price per unit that it allows, before tax; the highest is that of the list.',
    ),
    validUntil: described(InstantText, 'The first instant at which it holds no more.'),
    reason: described(Text, 'Why; not blank.'),
    approvedBy: described(staffId(), 'Staff id of who approved it: never who sells by it.'),
    approverRole: internal(ShortText),
  }),
})

export const DeviationWithdrawn = defineEvent({
  type: 'DeviationWithdrawn',
  version: 1,
  summary: 'An approval of another price holds no more; what was ordered by it stands (QUO-2).',
  data: record({ deviationId: Id, reason: described(Text, 'Why; not blank.') }),
})

export const deviationEvents = [DeviationApproved, DeviationWithdrawn] as const
export type DeviationEvent = EventOf<(typeof deviationEvents)[number]>
