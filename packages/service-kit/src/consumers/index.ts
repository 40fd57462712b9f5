export { ConsumerError, type ConsumerErrorCode, consumerErrors } from './consumer-error.ts'
export { type Consumers, type ConsumersOptions, createConsumers } from './consumers.ts'
export type { ParkedDocument } from './parked.ts'
export {
  createParking,
  type ParkedPage,
  type ParkedStream,
  type Parking,
  type ParkingOptions,
  type RetryOutcome,
} from './parking.ts'
