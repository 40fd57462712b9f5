import type { LocalDate } from '../primitives/local-date.ts'
import type { Gtin } from './gtin.ts'

/**
 * What a unique device identification (UDI) says of a device in GS1 form: the device identifier (GTIN) and the
 * production identifiers. `null` is what the element string does not hold.
 *
 * A sterilisation lot (TRC-2) is not among them: GS1 has no application identifier for it. It stays a typed field of the
 * sales record and is never read from, or written into, an element string.
 */
export interface DeviceIdentification {
  /** Application identifier 01. */
  readonly gtin: Gtin | null
  /** Application identifier 10: the production lot, 1 to 20 characters of GS1 character set 82. */
  readonly lot: string | null
  /** Application identifier 11. */
  readonly producedOn: LocalDate | null
  /** Application identifier 17: the last day on which the device may be used. */
  readonly expiresOn: LocalDate | null
  /** Application identifier 21: 1 to 20 characters of GS1 character set 82. */
  readonly serial: string | null
}
