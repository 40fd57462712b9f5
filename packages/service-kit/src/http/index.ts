export { createHttpServer, LARGEST_BODY_BYTES, type ReadinessChecks, serveGraph } from './server.ts'
export { stopOnSignals } from './shutdown.ts'
