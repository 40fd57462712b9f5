import type { Admin, Kafka } from 'kafkajs'

export interface Probe {
  /** Whether the brokers answer now. */
  isAnswered(): Promise<boolean>
  close(): Promise<void>
}

/**
 * Asks every few seconds for as long as the process runs, so it keeps its connection: opening one costs ten times the
 * question. After a fault the next question opens a new one.
 */
export function createProbe(client: Kafka): Probe {
  let current: Admin | null = null
  let asking: Promise<boolean> | null = null

  async function ask(): Promise<boolean> {
    try {
      current ??= await connected(client)
      await current.describeCluster()
      return true
    } catch {
      await discard()
      return false
    }
  }

  async function discard(): Promise<void> {
    const discarded = current
    current = null
    await discarded?.disconnect().catch(() => undefined)
  }

  return {
    isAnswered() {
      asking ??= ask().finally(() => {
        asking = null
      })
      return asking
    },
    async close() {
      await asking
      await discard()
    },
  }
}

async function connected(client: Kafka): Promise<Admin> {
  const admin = client.admin()
  try {
    await admin.connect()
    return admin
  } catch (error) {
    await admin.disconnect().catch(() => undefined)
    throw error
  }
}
