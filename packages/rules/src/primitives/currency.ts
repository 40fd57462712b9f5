import { RulesError } from '../rules-error.ts'

/*
 * Currencies of ISO 4217 with the digits of their minor unit, those of today and those that ended since 2015, because
 * history is imported in them. Kept here and not asked of the runtime: its table follows habit, not the standard (it gives
 * the Iraqi dinar no fractions, ISO 4217 three).
 */
const CODES_BY_DIGITS = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: [
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW',
    'CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF',
    'IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV',
    'MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD',
    'SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG ZWL',
  ].join(' '),
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
} as const

const digitsByCode: ReadonlyMap<string, number> = new Map(
  Object.entries(CODES_BY_DIGITS).flatMap(([digits, codes]) => codes.split(' ').map((code) => [code, Number(digits)])),
)

/** Whether a code stands for money that there is, or was. */
export function isCurrency(code: string): boolean {
  return digitsByCode.has(code)
}

/** @throws RulesError `MONEY_INVALID` for a currency that does not exist */
export function parseCurrency(code: string): string {
  fractionDigitsOf(code)
  return code
}

/**
 * Digits of the minor unit: 2 for most currencies, 0 for JPY, 3 for KWD.
 * @throws RulesError `MONEY_INVALID` for a currency that does not exist
 */
export function fractionDigitsOf(currency: string): number {
  const digits = digitsByCode.get(currency)
  if (digits === undefined) throw new RulesError('MONEY_INVALID', `'${currency}' is no currency of ISO 4217`)
  return digits
}
