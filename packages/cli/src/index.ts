export { createGraphClient, type GraphClient, type GraphClientOptions, GraphError } from './graph-client.ts'
