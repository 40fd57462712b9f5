import type { Caller } from '@afterline/service-kit'

/** Tells the service that keeps the register of staff who signs in. */
export type Introduce = (caller: Caller) => void

const MOST_REMEMBERED = 10_000

/**
 * Whoever comes with a token is staff in every service from then on (ORG-3): the service that keeps the register sees the
 * caller once for person and roles, and its event tells the others. Nobody waits for it; what failed is tried again when
 * the person comes again.
 * @param tell sends something as the caller to that service
 */
export function createIntroductions(tell: (caller: Caller) => Promise<void>): Introduce {
  const introduced = new Set<string>()
  return (caller) => {
    const key = JSON.stringify([caller.id, ...caller.roles.toSorted()])
    if (introduced.has(key)) return
    if (introduced.size >= MOST_REMEMBERED) introduced.clear()
    introduced.add(key)
    tell(caller).catch(() => introduced.delete(key))
  }
}
