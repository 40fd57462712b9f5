export * from './backup-events.ts'
export * from './categories.ts'
export { allEnumLabels } from './choice-labels.ts'
export * from './cloud-event-schema.ts'
export * from './complaint-events.ts'
export * from './contract-events.ts'
export * from './customer-events.ts'
export * from './deviation-events.ts'
export * from './envelope.ts'
export { type EventProblem, lineOf } from './event-problem.ts'
export * from './event-types.ts'
export { EventUnknownError } from './event-unknown-error.ts'
export * from './hash.ts'
export * from './history-id.ts'
export * from './meaning.ts'
export * from './measurement-message.ts'
export * from './order-events.ts'
export { currentDefinitions, eventRegistry } from './platform-events.ts'
export type { LotEvent, ProductEvent } from './product-events.ts'
export {
  LotCompleted,
  LotQualityDecided,
  LotReceived,
  lotEvents,
  ProductCompleted,
  ProductRegistered,
  productEvents,
} from './product-events.ts'
export { createEventRegistry, type EventRegistry } from './registry.ts'
export * from './staff-events.ts'
export { problemsOfStoredEvent, type UnhashedEvent } from './stored-event-problems.ts'
export * from './stream-events.ts'
export * from './survey-events.ts'
export { problemOfText, problemsOfTexts } from './text.ts'
export * from './topic-rights.ts'
export * from './topics.ts'
export type {
  DomainEvent,
  EventCircumstances,
  EventDefinition,
  EventOf,
  Immutable,
  Static,
  TProperties,
  TSchema,
} from './vocabulary.ts'
export {
  defineEvent,
  Id,
  InstantText,
  isPersonal,
  LabelScan,
  LONGEST_PERSONAL_TEXT,
  LocalDateText,
  MoneyValue,
  nextVersionOf,
  nullable,
  QuantityText,
  record,
  ShortText,
  staffId,
  Text,
  Type,
} from './vocabulary.ts'
