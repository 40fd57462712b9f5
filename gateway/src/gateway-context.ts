import type { Caller } from '@afterline/service-kit'
import type { FastifyRequest } from 'fastify'
import type { Introduce } from './identity/introductions.ts'
import { PUBLIC_CALLER, type TokenVerifier } from './identity/token-verifier.ts'

/** What the gateway knows of one request while it is planned and fetched. */
export interface GatewayContext {
  readonly correlationId: string
  /** W3C trace context that the caller sent. */
  readonly traceparent: string | null
  /** Where the request came from, of a caller who has not signed in; `null` of everybody else. */
  readonly anonymousFrom: string | null
  /** The caller as subgraphs are told. */
  signedPrincipal(): Promise<string>
}

interface Identity {
  readonly tokens: TokenVerifier
  readonly sign: (caller: Caller) => Promise<string>
  readonly introduce: Introduce
}

/** @throws GraphQLError for a token that does not count; see `TokenVerifier` */
export async function gatewayContextOf(
  request: FastifyRequest,
  { tokens, sign, introduce }: Identity,
): Promise<GatewayContext> {
  const caller = await tokens.callerOf(request.headers.authorization)
  introduce(caller)
  const correlationId = request.id
  const { traceparent } = request.headers
  return {
    correlationId,
    traceparent: typeof traceparent === 'string' ? traceparent : null,
    anonymousFrom: caller === PUBLIC_CALLER ? request.ip : null,
    signedPrincipal: () => sign(caller),
  }
}
