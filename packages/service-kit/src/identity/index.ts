export { issueToken, LOCAL_KEY_ID, type TokenRequest } from './issue-token.ts'
export {
  type Caller,
  createPrincipalSigner,
  createPrincipalVerifier,
  isTextList,
  PRINCIPAL_HEADER,
  type Principal,
  signPrincipal,
} from './principal.ts'
export { isClaimable, NOBODY } from './subject.ts'
