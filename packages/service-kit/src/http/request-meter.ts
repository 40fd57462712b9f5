import { metrics } from '@opentelemetry/api'
import type { FastifyInstance } from 'fastify'

/** Operating questions are asked every few seconds and tell nothing of the service. */
const UNCOUNTED = /^\/(health\/|metrics$)/
const BOUNDARIES_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]

/** `http.server.request.duration` of every answered request, by method, route and status. */
export function countRequests(server: FastifyInstance): void {
  const duration = metrics.getMeter('afterline').createHistogram('http.server.request.duration', {
    description: 'Duration of HTTP server requests',
    unit: 's',
    advice: { explicitBucketBoundaries: BOUNDARIES_SECONDS },
  })
  server.addHook('onResponse', async ({ method, routeOptions: { url: route } }, reply) => {
    // A path that is no route is left out: whoever guesses paths must not make labels.
    if (route === undefined || UNCOUNTED.test(route)) return
    duration.record(reply.elapsedTime / 1000, {
      'http.request.method': method,
      'http.route': route,
      'http.response.status_code': reply.statusCode,
    })
  })
}
