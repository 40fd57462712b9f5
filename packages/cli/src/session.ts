import { issueToken } from '@afterline/service-kit'
import { environmentTokens } from './client-credentials.ts'
import { createGraphClient, type GraphClient, GraphError } from './graph-client.ts'
import { CommandError, findInstance, type Instance, issuerKeyOf } from './instance.ts'
import type { Output } from './output.ts'

/** How long a command waits for a graph that is restarting. */
const PATIENCE_MS = 120_000
/** How long it is waited for where the command can do without. */
const SHORT_PATIENCE_MS = 1_000
/** Shorter than a token's life, so that none runs out between its check and its use. */
const RENEW_AFTER_MS = 10 * 60_000

/** The instance of a data folder; `null` where none is found, or nothing answers there any more. */
export async function answeringInstance(dataDir: string): Promise<Instance | null> {
  try {
    const instance = await findInstance(dataDir)
    const { graphUrl: url } = instance
    const nobody = { token: async () => null, patienceMs: SHORT_PATIENCE_MS, onWaiting: () => {} }
    await createGraphClient({ url, ...nobody }).query('{ __typename }', {})
    return instance
  } catch (error) {
    if (error instanceof CommandError || (error instanceof GraphError && error.code === 'UNREACHABLE')) return null
    throw error
  }
}

/**
 * A client that acts as an operator of the instance, with the token of `AFTERLINE_TOKEN`, or as the client that `OIDC_CLIENT_ID`
 * names.
 */
export function operatorGraph(instance: Instance, roles: readonly string[], output: Output): GraphClient {
  return graphOf(instance, { subject: 'operator', roles }, output)
}

/** The same as somebody: what one person may not do alone is asked for by whoever does it. */
export function graphOf(
  instance: Instance,
  { subject, roles }: { readonly subject: string; readonly roles: readonly string[] },
  output: Output,
): GraphClient {
  let signingIn: ReturnType<typeof environmentTokens> | null = null
  let known: { readonly token: string; readonly issuedAt: number } | null = null
  const token = async () => {
    const given = process.env['AFTERLINE_TOKEN']
    if (given) return given
    signingIn ??= environmentTokens(process.env)
    const signedIn = await signingIn
    if (signedIn !== null) return signedIn()
    if (!known || performance.now() - known.issuedAt > RENEW_AFTER_MS) {
      const key = await issuerKeyOf(instance)
      const { issuer, audience } = instance
      known = {
        token: await issueToken({ key, issuer, audience, subject, roles }),
        issuedAt: performance.now(),
      }
    }
    return known.token
  }
  const onWaiting = (reason: string) => output.progress(`Waiting for the graph (${reason})`)
  return createGraphClient({ url: instance.graphUrl, token, patienceMs: PATIENCE_MS, onWaiting })
}
