export { issueToken, LOCAL_KEY_ID, type TokenRequest } from './issue-token.ts'
export { isTextList, PRINCIPAL_HEADER, type Principal, signPrincipal, verifyPrincipal } from './principal.ts'
