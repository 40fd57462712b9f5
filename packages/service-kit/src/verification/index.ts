export { type AnchorSource, anchorsFrom } from './check-anchors.ts'
export { type FindingCode, findingCodes, type IntegrityFinding } from './findings.ts'
export { type InclusionProof, isProven, proveInclusion } from './inclusion.ts'
export {
  type Verification,
  type VerificationOptions,
  type VerificationProgress,
  verifyContext,
} from './verify-context.ts'
