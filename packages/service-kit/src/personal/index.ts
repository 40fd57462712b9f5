export { erasingProjection } from './erasing.ts'
export { createPersonalCipher, type PersonalCipher } from './personal-cipher.ts'
