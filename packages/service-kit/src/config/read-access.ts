import type { mongo } from 'mongoose'
import { z } from 'zod'
import type { KafkaAccess } from '../kafka/kafka-port.ts'
import { kafkaAccessOf, kafkaAccessProblems, kafkaAccessVariables } from './kafka-access.ts'
import { mongodbAccessOf, mongodbAccessProblems, mongodbAccessVariables } from './mongodb-access.ts'
import { type Environment, readConfig } from './read-config.ts'

const schema = z.object({ ...mongodbAccessVariables, ...kafkaAccessVariables })

/**
 * As whom, and whether over TLS, whoever is no service goes to both.
 * @param mongodbUri where that is known already; the environment's own otherwise
 * @throws ConfigError that tells every problem at once, each with the variable's name
 */
export function readAccess(
  environment: Environment,
  mongodbUri = environment['MONGODB_URI'] ?? '',
): { readonly mongodb: mongo.MongoClientOptions; readonly kafka: KafkaAccess } {
  const config = readConfig(schema, environment, [
    ...mongodbAccessProblems({ ...environment, MONGODB_URI: mongodbUri }),
    ...kafkaAccessProblems(environment),
  ])
  return { mongodb: mongodbAccessOf(config, mongodbUri), kafka: kafkaAccessOf(config) }
}
