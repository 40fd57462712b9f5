/* What the pure files of an aggregate may import of the kit. */
export type { Command, Decision, Recorded } from '../interfaces.ts'
export {
  type AggregateDeclaration,
  type AggregateTypes,
  type AnyCommandOf,
  aggregate,
  type CommandName,
  type CommandOf,
  type DeclaredAggregate,
  type StateOf,
} from './aggregate.ts'
export {
  type CommandDeclaration,
  type CommandsOf,
  callersName,
  command,
  type DataOf,
  fieldsBesides,
  type GateName,
  newId,
  orElse,
  ownName,
  positive,
  standard,
} from './commands.ts'
export { type Deciding, happens, missing, momentOf, refused } from './decision.ts'
export { labelled, shownAs, shownTo } from './showing.ts'
export type { Filled, Shown } from './shown.ts'
export { toldInOrder } from './told-in-order.ts'
export type { UniqueDeclaration } from './unique.ts'
