import type { mongo } from 'mongoose'
import { z } from 'zod'
import { needs } from './combinations.ts'
import type { Environment } from './read-config.ts'
import { authorities, certificateWithKeyFile, secretFile } from './variables.ts'

/** How whoever talks to MongoDB proves who it is, and knows whom it talks to; the same variables in every process. */
export const mongodbAccessVariables = {
  MONGODB_USERNAME: z
    .string()
    .optional()
    .describe('user of the database, unless the URI names one; known to `admin`, unless `authSource` says otherwise'),
  MONGODB_PASSWORD_FILE: secretFile.optional().describe('file with the password'),
  MONGODB_TLS_CA_FILE: authorities
    .optional()
    .describe(
      "file with the authorities (PEM) that the servers' certificates are checked by, or `well-known`; encrypts the connections",
    ),
  MONGODB_TLS_CERTIFICATE_KEY_FILE: certificateWithKeyFile
    .optional()
    .describe('file with the own certificate and its private key (PEM), where servers ask for one (X.509)'),
} as const

type MongodbAccessConfig = z.infer<z.ZodObject<typeof mongodbAccessVariables>>

/** What is wrong with the variables together; with each alone, the schema says. */
export function mongodbAccessProblems(environment: Environment): readonly string[] {
  const isNamedTwice = Boolean(environment['MONGODB_USERNAME']) && hasUser(environment['MONGODB_URI'] ?? '')
  return [
    ...needs(environment, 'MONGODB_USERNAME', 'MONGODB_PASSWORD_FILE'),
    ...needs(environment, 'MONGODB_PASSWORD_FILE', 'MONGODB_USERNAME'),
    ...needs(environment, 'MONGODB_TLS_CERTIFICATE_KEY_FILE', 'MONGODB_TLS_CA_FILE'),
    ...(isNamedTwice ? ['MONGODB_USERNAME: must not be set where MONGODB_URI names a user'] : []),
  ]
}

const hasUser = (uri: string) => /^[^/]+\/\/[^/]*@/.test(uri)

/** What a connection is opened with besides the URI. */
export function mongodbAccessOf(config: MongodbAccessConfig, uri: string): mongo.MongoClientOptions {
  const { MONGODB_USERNAME: username, MONGODB_PASSWORD_FILE: password } = config
  const { MONGODB_TLS_CA_FILE: ca, MONGODB_TLS_CERTIFICATE_KEY_FILE: identity } = config
  return {
    ...(username && password ? { auth: { username, password } } : {}),
    // The driver would look the user up in the database that the URI names.
    ...(username && !/[?&]authSource=/.test(uri) ? { authSource: 'admin' } : {}),
    ...(ca ? { tls: true, ...(ca.pem === null ? {} : { ca: ca.pem }) } : {}),
    ...(ca && identity ? { cert: identity, key: identity } : {}),
  }
}
