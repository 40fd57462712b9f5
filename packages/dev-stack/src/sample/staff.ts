import { createPrivateKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createGraphClient, type GraphClient, type Post, posts, type Staff } from '@afterline/cli'
import { issueToken } from '@afterline/service-kit'

/** Where the sample goes and how tokens for it are signed. */
export interface GraphTarget {
  readonly gatewayUrl: string
  readonly issuer: string
  readonly audience: string
  readonly issuerKeyFile: string
}

const PATIENCE_MS = 60_000

export async function staffOf(target: GraphTarget): Promise<Staff> {
  const key = createPrivateKey(await readFile(target.issuerKeyFile))
  const clients = new Map<Post | 'customer', GraphClient>()
  return (post) => clients.getOrInsertComputed(post, clientOf)

  function clientOf(post: Post | 'customer'): GraphClient {
    const { issuer, audience } = target
    const token = async () =>
      post === 'customer' ? null : issueToken({ key, issuer, audience, subject: post, roles: [posts[post]] })
    return createGraphClient({
      url: `${target.gatewayUrl}/graphql`,
      token,
      patienceMs: PATIENCE_MS,
      onWaiting: () => {},
    })
  }
}
