export { createPersonalCipher, type PersonalCipher } from './personal-cipher.ts'
