export { erasingProjection } from './erasing.ts'
export { type ErasureProof, lastErasureOf, proveErasure, type ToldErasure } from './erasure-proof.ts'
export { createPersonalCipher, type PersonalCipher } from './personal-cipher.ts'
