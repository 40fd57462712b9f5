import {
  createKafkaSetup,
  createSilentLogger,
  type KafkaSetup,
  kafkaAccessOf,
  kafkaAccessProblems,
  kafkaAccessVariables,
  mongodbAccessOf,
  mongodbAccessProblems,
  mongodbAccessVariables,
  readConfig,
  variables,
} from '@afterline/service-kit'
import mongoose, { type mongo } from 'mongoose'
import { z } from 'zod'

/*
 * For commands that set up servers before anything runs on them: these go by environment variables alone, as somebody who
 * may do more than the command line of a running instance.
 */

const mongodbSchema = z.object({ MONGODB_URI: z.string(), ...mongodbAccessVariables })
const kafkaSchema = z.object({
  KAFKA_BROKERS: variables.commaSeparated,
  KAFKA_TOPIC_PREFIX: z.string().default(''),
  ...kafkaAccessVariables,
})

/** To be closed by the caller. @throws ConfigError unless `MONGODB_URI` and what goes with it say where and as whom */
export async function openConfiguredMongodb(): Promise<mongo.MongoClient> {
  const config = readConfig(mongodbSchema, process.env, mongodbAccessProblems(process.env))
  return new mongoose.mongo.MongoClient(config.MONGODB_URI, mongodbAccessOf(config, config.MONGODB_URI)).connect()
}

/** @throws ConfigError unless `KAFKA_BROKERS` and what goes with it say where and as whom */
export function configuredKafka(): KafkaSetup {
  const config = readConfig(kafkaSchema, process.env, kafkaAccessProblems(process.env))
  const { KAFKA_BROKERS: brokers, KAFKA_TOPIC_PREFIX: topicPrefix } = config
  const clientId = 'afterline-topics'
  return createKafkaSetup({ brokers, topicPrefix, clientId, log: createSilentLogger(), ...kafkaAccessOf(config) })
}
