import type DataLoader from 'dataloader'
import type { Principal } from '../identity/index.ts'
import type { Kit } from '../kit.ts'

/** What every resolver gets: who asks, and what the service can do. Lives as long as the request. */
export interface RequestContext {
  readonly principal: Principal
  readonly kit: Kit
  /** Within a mutation, the role that allowed it; its events are recorded with it. */
  readonly actingRole: string | null
  /** One loader per key and request, so that reference resolvers ask the database once per list. */
  loaderOf<Key, Value>(name: string, create: () => DataLoader<Key, Value>): DataLoader<Key, Value>
}

export function createRequestContext(kit: Kit, principal: Principal): RequestContext {
  const loaders = new Map<string, unknown>()
  return {
    kit,
    principal,
    actingRole: null,
    // A name stands for one type of loader throughout a service, so what was stored under it is what is asked for.
    loaderOf: <Key, Value>(name: string, create: () => DataLoader<Key, Value>) =>
      loaders.getOrInsertComputed(name, create) as DataLoader<Key, Value>,
  }
}

export function hasRole({ principal }: RequestContext, ...roles: readonly string[]): boolean {
  return roles.some((role) => principal.roles.includes(role))
}
