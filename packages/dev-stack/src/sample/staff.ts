import { createPrivateKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createGraphClient, type GraphClient } from '@afterline/cli'
import { issueToken } from '@afterline/service-kit'

/** Where the sample goes and how tokens for it are signed. */
export interface GraphTarget {
  readonly gatewayUrl: string
  readonly issuer: string
  readonly audience: string
  readonly issuerKeyFile: string
}

/** Posts of the sample company. Ids name the post, not a person. */
export const posts = {
  'sales-1': 'SALESPERSON',
  'sales-2': 'SALESPERSON',
  'sales-manager': 'SALES_MANAGER',
  'quality-1': 'QUALITY_CONTROL',
  'legal-1': 'LEGAL',
  'finance-1': 'FINANCE',
  'production-1': 'PRODUCTION',
  'warehouse-1': 'WAREHOUSE',
  'warehouse-2': 'WAREHOUSE',
  'hotline-1': 'HOTLINE_AGENT',
  'complaints-1': 'COMPLAINT_DESK',
  'administration-1': 'ADMINISTRATION',
  leadership: 'LEADERSHIP',
  'migration-1': 'OPERATOR',
  'mail-1': 'DELIVERY_CHANNEL',
} as const

export type Post = keyof typeof posts

/** The graph as each post of the company uses it, and a customer, who does not sign in. */
export type Staff = (post: Post | 'customer') => GraphClient

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
