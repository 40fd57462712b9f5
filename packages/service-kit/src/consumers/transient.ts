import { KafkaError } from '../kafka/kafka-port.ts'
import { isPassing } from '../store/database-faults.ts'

/** Whether the same work may succeed later without anybody doing anything: then it is repeated, however long it takes. */
export function isTransient(error: unknown): boolean {
  if (isPassing(error) || error instanceof KafkaError) return true
  return error instanceof Error && error.cause !== undefined && isTransient(error.cause)
}
