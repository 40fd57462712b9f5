import { createGraphClient } from '@afterline/cli'
import { eventsTopicOf } from '@afterline/events'
import {
  type Bell,
  ConfigError,
  createBell,
  createKafka,
  createLogger,
  createOperationsServer,
  kafkaAccessOf,
  type Logger,
  stopOnSignals,
} from '@afterline/service-kit'
import { accessTokens } from './access-token.ts'
import type { Carrier } from './carrier.ts'
import { type DeliveryConfig, readDeliveryConfig } from './delivery-config.ts'
import { invitationDesk } from './invitation-desk.ts'
import { deliverOpen, type RoundDeps } from './round.ts'
import { smtpCarrier } from './smtp-carrier.ts'
import { webhookCarrier } from './webhook-carrier.ts'

/**
 * Runs the delivery of invitations from its environment until it is asked to stop. A configuration that is wrong ends it with
 * exit code 1 and the reason.
 */
export async function runDelivery(): Promise<void> {
  try {
    const config = readDeliveryConfig(process.env)
    const log = createLogger('delivery', config.LOG_LEVEL)
    const stopping = new AbortController()
    const bell = createBell()
    const kafka = listen(config, log, bell.ring)
    const running = keepDelivering(config, depsOf(config, log, stopping.signal), bell)
    const operations = createOperationsServer({ log, checks: {} })
    stopOnSignals(log, async () => {
      stopping.abort()
      bell.stop()
      await Promise.all([running, kafka.stop(), operations.close()])
    })
    await operations.listen({ host: config.HOST, port: config.OPERATIONS_PORT })
    log.info({ operationsPort: config.OPERATIONS_PORT }, 'delivering')
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`)
    process.exit(1)
  }
}

const AWAKENING = ['SurveyInvited', 'SurveyResendRequested']

/** Whatever happens to a survey wakes the process; what there is to do, the graph says. */
function listen(config: DeliveryConfig, log: Logger, ring: () => void): { stop(): Promise<void> } {
  const { KAFKA_BROKERS: brokers, KAFKA_TOPIC_PREFIX: topicPrefix } = config
  if (brokers === undefined) return { stop: async () => {} }
  const kafka = createKafka({ brokers, clientId: 'afterline-delivery', topicPrefix, log, ...kafkaAccessOf(config) })
  const subscription = kafka.subscribe({
    group: 'afterline.delivery',
    topics: [eventsTopicOf('surveys')],
    async onBatch({ messages, resolve }) {
      if (messages.some(({ value }) => AWAKENING.some((type) => value?.includes(type)))) ring()
      for (const { offset } of messages.slice(-1)) resolve(offset)
    },
  })
  return {
    async stop() {
      await subscription.stop()
      await kafka.close()
    },
  }
}

async function keepDelivering(config: DeliveryConfig, deps: RoundDeps, bell: Bell): Promise<void> {
  while (!deps.signal.aborted) {
    try {
      const { delivered, failed, waiting } = await deliverOpen(deps)
      if (delivered + failed + waiting > 0)
        deps.log.info({ delivered, failed, waiting }, 'went through the invitations')
    } catch (error) {
      // Never the error itself: it could quote what was sent.
      const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'UNKNOWN'
      if (!deps.signal.aborted) deps.log.warn({ code }, 'a round of deliveries ended early; the next one goes on')
    }
    await bell.next(config.AFTERLINE_DELIVERY_EVERY_SECONDS * 1000)
  }
}

const PATIENCE_MS = 20_000

function depsOf(config: DeliveryConfig, log: Logger, signal: AbortSignal): RoundDeps {
  const graph = createGraphClient({
    url: config.AFTERLINE_GRAPH_URL,
    token: accessTokens(config),
    patienceMs: PATIENCE_MS,
    onWaiting: () => {},
  })
  const wording = { urlTemplate: config.AFTERLINE_SURVEY_URL, company: config.AFTERLINE_COMPANY }
  return { desk: invitationDesk(graph), carriers: carriersOf(config), wording, log, signal }
}

function carriersOf(config: DeliveryConfig): readonly Carrier[] {
  const { AFTERLINE_SMTP_HOST: smtpHost, AFTERLINE_SMTP_USER: user, AFTERLINE_WEBHOOK_URL: webhook } = config
  const smtp = smtpHost && {
    host: smtpHost,
    port: config.AFTERLINE_SMTP_PORT,
    tls: config.AFTERLINE_SMTP_TLS,
    credentials: user ? { user, pass: config.AFTERLINE_SMTP_PASSWORD_FILE ?? '' } : null,
    from: config.AFTERLINE_SMTP_FROM ?? '',
  }
  const http = webhook && {
    url: webhook,
    secret: Buffer.from(config.AFTERLINE_WEBHOOK_SECRET_FILE ?? ''),
    channel: config.AFTERLINE_WEBHOOK_CHANNEL,
  }
  return [...(smtp ? [smtpCarrier(smtp)] : []), ...(http ? [webhookCarrier(http)] : [])]
}
