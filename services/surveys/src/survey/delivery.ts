import { described, InstantText, named, nullable, SurveyDelivered, SurveyDeliveryFailed } from '@afterline/events'
import type { DataOf } from '@afterline/service-kit/aggregate'

const { channel, reference, contactId } = SurveyDelivered.data.properties

/** What became of the invitation on its way to the customer. */
export const SurveyDelivery = named(
  'SurveyDelivery',
  'What became of an invitation on its way to the customer. No address is told.',
  {
    channel: described(nullable(channel), 'How it went or was to go there; null where no way was tried.'),
    deliveredAt: described(nullable(InstantText), 'When a provider took it; null while none has.'),
    reference,
    contactId,
    failedAt: described(nullable(InstantText), 'When it could not be taken there; null once it was.'),
    failure: described(nullable(SurveyDeliveryFailed.data.properties.reason), 'Why; null once it was taken there.'),
  },
)

export type Delivery = DataOf<typeof SurveyDelivery.properties>
