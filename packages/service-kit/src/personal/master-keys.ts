import { ServiceError } from '../store/service-error.ts'
import { derivedKey, KEY_BYTES, seal, unseal } from './sealed-bytes.ts'

/** A customer's key under a master key; useless without that. */
export interface WrappedKey {
  /** The customer's id, which the key is bound to. */
  readonly _id: string
  /** `1.<iv>.<ciphertext and tag>`, base64url; `null` where there is none. */
  readonly wrapped: string | null
  /** Names the master key. Absent on keys from before it could be another: then it is whichever opens them. */
  readonly masterKey?: string
}

/** Stands for the name of whichever master key wrapped data keys that name none. */
export const UNNAMED = 'unnamed'

/** What data keys are wrapped by: one master key, and others that are on their way out or in. */
export interface MasterKeys {
  /** Names the key that wraps, and tells nothing about it. */
  readonly current: string
  /** Names of all that open what they have wrapped, the current one first. */
  readonly known: readonly string[]
  wrap(secret: Buffer, customerId: string): Required<Pick<WrappedKey, 'masterKey'>> & { readonly wrapped: string }
  /**
   * `null` where nothing is wrapped.
   * @throws ServiceError `KEY_INVALID` when it is under none of the keys
   */
  unwrap(key: WrappedKey): Buffer | null
  /** Whether it is under one of the keys. */
  opens(key: WrappedKey): boolean
}

export interface MasterKeySecrets {
  /** Wraps what is made. */
  readonly masterKey: Buffer
  /** Open what they have wrapped, and wrap nothing: the former one, and one that is to come. */
  readonly otherMasterKeys?: readonly Buffer[]
}

/** @throws ServiceError `KEY_INVALID` when one of them does not have 32 bytes */
export function masterKeysOf({ masterKey, otherMasterKeys = [] }: MasterKeySecrets): MasterKeys {
  const current = openerOf(masterKey)
  const known = [current, ...otherMasterKeys.map(openerOf)]

  function secretOf({ _id, masterKey: name }: WrappedKey, wrapped: string): Buffer | null {
    const [form, iv = '', sealed = ''] = wrapped.split('.')
    for (const { wrappingKey } of form === '1' ? known.filter((key) => (name ?? key.name) === key.name) : []) {
      const secret = unseal(wrappingKey, Buffer.from(iv, 'base64url'), Buffer.from(sealed, 'base64url'), _id)
      if (secret) return secret
    }
    return null
  }

  return {
    current: current.name,
    known: known.map(({ name }) => name),
    wrap(secret, customerId) {
      const { iv, sealed } = seal(current.wrappingKey, secret, customerId)
      return {
        wrapped: `1.${iv.toString('base64url')}.${sealed.toString('base64url')}`,
        masterKey: current.name,
      }
    },
    unwrap(key) {
      const { wrapped, masterKey: name } = key
      if (wrapped === null) return null
      const secret = secretOf(key, wrapped)
      if (secret) return secret
      const by = name === undefined ? 'by no master key that this process was given' : `by the master key ${name}`
      throw new ServiceError('KEY_INVALID', `a data key was wrapped ${by}, not by ${namesOf(known)}`)
    },
    opens: (key) => key.wrapped !== null && secretOf(key, key.wrapped) !== null,
  }
}

const namesOf = (keys: readonly { readonly name: string }[]) => keys.map(({ name }) => name).join(', ')

function openerOf(masterKey: Buffer): { readonly name: string; readonly wrappingKey: Buffer } {
  if (masterKey.length !== KEY_BYTES) {
    throw new ServiceError('KEY_INVALID', `the master key needs ${KEY_BYTES} bytes, not ${masterKey.length}`)
  }
  return { name: masterKeyName(masterKey), wrappingKey: derivedKey(masterKey, 'data key wrapping') }
}

/** 16 hexadecimal digits, derived like any other use of the key: it says whether two are the same, and no more. */
function masterKeyName(masterKey: Buffer): string {
  return derivedKey(masterKey, 'master key name').toString('hex').slice(0, 16)
}
