export { type Build, FIRST_BUILD, groupOf } from './build.ts'
export { type CollectionDeclaration, type KeptCollection, keptCollection } from './kept-collection.ts'
export type { ProjectionRegister } from './register.ts'
export { areProjectionsCurrent } from './register-store.ts'
