import { metrics } from '@opentelemetry/api'

export interface TransactionMeters {
  /** One more is open from here on. @returns what tells that it has ended */
  opened(): () => void
  repeated(): void
  gaveUp(): void
}

/**
 * `afterline.transactions.open` and `afterline.transactions.waiting` (for their turn in this process),
 * `afterline.transactions.repeated` (attempts that met a conflict or a passing fault) and
 * `afterline.transactions.given_up` (calls that ended in `BUSY` or `NOT_CONNECTED`).
 * @param waiting how many wait for their turn
 */
export function meterTransactions(waiting: () => number): TransactionMeters {
  const meter = metrics.getMeter('afterline')
  const name = (part: string) => `afterline.transactions.${part}`
  let open = 0
  meter
    .createObservableGauge(name('open'), { description: 'Transactions that are under way' })
    .addCallback((result) => result.observe(open))
  meter
    .createObservableGauge(name('waiting'), { description: 'Transactions that wait for their turn' })
    .addCallback((result) => result.observe(waiting()))
  const repeated = meter.createCounter(name('repeated'), {
    description: 'Attempts that met a conflict or a passing fault and were made again',
  })
  const givenUp = meter.createCounter(name('given_up'), {
    description: 'Transactions that met conflicts or no database until their time was over',
  })
  // What is zero is to be seen as zero: an alert on what is not there would never fire.
  repeated.add(0)
  givenUp.add(0)
  return {
    opened() {
      open += 1
      return () => {
        open -= 1
      }
    },
    repeated: () => repeated.add(1),
    gaveUp: () => givenUp.add(1),
  }
}
