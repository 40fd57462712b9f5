import { readFileSync } from 'node:fs'
import { runGateway } from './run-gateway.ts'

await runGateway(readFileSync(new URL('../supergraph.graphql', import.meta.url), 'utf8'))
