import { X509Certificate } from 'node:crypto'
import { z } from 'zod'
import type { KafkaAccess } from '../kafka/kafka-port.ts'
import { needs } from './combinations.ts'
import type { Environment } from './read-config.ts'
import { authorities, certificateFile, privateKeyFile, secretFile } from './variables.ts'

/** How whoever talks to Kafka proves who it is, and knows whom it talks to; the same variables in every process. */
export const kafkaAccessVariables = {
  KAFKA_TLS_CA_FILE: authorities
    .optional()
    .describe(
      "file with the authorities (PEM) that the brokers' certificates are checked by, or `well-known`; encrypts the connections",
    ),
  KAFKA_TLS_CERT_FILE: certificateFile
    .optional()
    .describe('file with the own certificate (PEM), where brokers ask for one (X.509)'),
  KAFKA_TLS_KEY_FILE: privateKeyFile.optional().describe('file with the private key of that certificate (PEM)'),
  KAFKA_SASL_MECHANISM: z
    .enum(['plain', 'scram-sha-256', 'scram-sha-512'])
    .optional()
    .describe('how it signs in with a password; `plain` only over TLS'),
  KAFKA_SASL_USERNAME: z.string().optional().describe('as whom'),
  KAFKA_SASL_PASSWORD_FILE: secretFile.optional().describe('file with the password'),
} as const

type KafkaAccessConfig = z.infer<z.ZodObject<typeof kafkaAccessVariables>>

/** What is wrong with the variables together; with each alone, the schema says. */
export function kafkaAccessProblems(environment: Environment): readonly string[] {
  const isBare = environment['KAFKA_SASL_MECHANISM'] === 'plain' && !environment['KAFKA_TLS_CA_FILE']
  return [
    ...new Set([
      ...needs(environment, 'KAFKA_TLS_CERT_FILE', 'KAFKA_TLS_CA_FILE', 'KAFKA_TLS_KEY_FILE'),
      ...needs(environment, 'KAFKA_TLS_KEY_FILE', 'KAFKA_TLS_CERT_FILE'),
      ...needs(environment, 'KAFKA_SASL_MECHANISM', 'KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD_FILE'),
      ...needs(environment, 'KAFKA_SASL_USERNAME', 'KAFKA_SASL_MECHANISM'),
      ...needs(environment, 'KAFKA_SASL_PASSWORD_FILE', 'KAFKA_SASL_MECHANISM'),
    ]),
    ...(isBare ? ['KAFKA_SASL_MECHANISM: plain shows the password to the network; KAFKA_TLS_CA_FILE must be set'] : []),
    ...strangersOf(environment),
  ]
}

/** A key of another certificate would only be noticed at the first connection, and as a fault of the network. */
function strangersOf(environment: Environment): readonly string[] {
  const certificate = certificateFile.safeParse(environment['KAFKA_TLS_CERT_FILE'])
  const key = privateKeyFile.safeParse(environment['KAFKA_TLS_KEY_FILE'])
  if (!certificate.success || !key.success) return []
  if (new X509Certificate(certificate.data).checkPrivateKey(key.data)) return []
  return ['KAFKA_TLS_KEY_FILE: is not the key of the certificate in KAFKA_TLS_CERT_FILE']
}

export function kafkaAccessOf(config: KafkaAccessConfig): KafkaAccess {
  const { KAFKA_TLS_CA_FILE: ca, KAFKA_TLS_CERT_FILE: cert, KAFKA_TLS_KEY_FILE: key } = config
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_USERNAME: username } = config
  const identity = cert && key ? { cert, key: key.export({ type: 'pkcs8', format: 'pem' }).toString() } : {}
  return {
    ...(ca ? { tls: { ...(ca.pem === null ? {} : { ca: ca.pem }), ...identity } } : {}),
    ...(mechanism && username
      ? { credentials: { mechanism, username, password: config.KAFKA_SASL_PASSWORD_FILE ?? '' } }
      : {}),
  }
}
