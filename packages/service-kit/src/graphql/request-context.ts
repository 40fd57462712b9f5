import type DataLoader from 'dataloader'
import type { Principal } from '../identity/index.ts'
import type { Kit } from '../kit.ts'
import type { Readers } from './readers.ts'

/** What every resolver gets: who asks, and what the service can do. Lives as long as the request. */
export interface RequestContext {
  readonly principal: Principal
  readonly kit: Kit
  /** Who reads what, as the schema says. */
  readonly readers: Readers
  /**
   * Those of the caller's roles that open the field which is being answered, in the order in which the field names them:
   * within a record, only roles that let the caller see that record.
   */
  readonly by: readonly string[]
  /** Within a mutation, the role that allowed it; its events are recorded with it. */
  readonly actingRole: string | null
  /** By which roles the caller sees what was read: a right of one role lends nothing to what another one shows. */
  readonly admissions: Admissions
  /** One loader per key and request, so that reference resolvers ask the database once per list. */
  loaderOf<Key, Value>(name: string, create: () => DataLoader<Key, Value>): DataLoader<Key, Value>
  /** What was read is read again, by whoever asks for it from now on. */
  forgetLoaded(): void
}

/** Of records, and of the values within them. */
export interface Admissions {
  /** `undefined` for what is no record, nor within one. */
  of(value: unknown): readonly string[] | undefined
  /** Keeps the first admission of a value. */
  admit(value: object, roles: readonly string[]): void
}

export function createRequestContext(kit: Kit, principal: Principal, readers: Readers): RequestContext {
  const loaders = new Map<string, unknown>()
  return {
    kit,
    principal,
    readers,
    by: principal.roles,
    actingRole: null,
    admissions: createAdmissions(),
    // A name stands for one type of loader throughout a service, so what was stored under it is what is asked for.
    loaderOf: <Key, Value>(name: string, create: () => DataLoader<Key, Value>) =>
      loaders.getOrInsertComputed(name, create) as DataLoader<Key, Value>,
    forgetLoaded: () => loaders.clear(),
  }
}

function createAdmissions(): Admissions {
  const admitted = new WeakMap<object, readonly string[]>()
  return {
    of: (value) => (typeof value === 'object' && value !== null ? admitted.get(value) : undefined),
    admit(value, roles) {
      if (!admitted.has(value)) admitted.set(value, roles)
    },
  }
}

/** Whether the caller is one of these, whatever is being read. */
export function hasRole({ principal }: RequestContext, ...roles: readonly string[]): boolean {
  return roles.some((role) => principal.roles.includes(role))
}
