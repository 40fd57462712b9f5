export { CORRELATION_HEADER } from './correlation.ts'
export {
  createHttpServer,
  createOperationsServer,
  type HttpServerOptions,
  LARGEST_BODY_BYTES,
  type ReadinessChecks,
  serveGraph,
} from './server.ts'
export { stopOnSignals } from './shutdown.ts'
