import { performance } from 'node:perf_hooks'
import { metrics } from '@opentelemetry/api'

/** How busy the process is: `process.cpu.time`, `process.memory.usage` and `nodejs.eventloop.utilization` (0 to 1). */
export function observeProcess(): void {
  const meter = metrics.getMeter('afterline')
  meter
    .createObservableCounter('process.cpu.time', { description: 'Processor time that was used', unit: 's' })
    .addCallback((result) => {
      const { user, system } = process.cpuUsage()
      result.observe((user + system) / 1_000_000)
    })
  meter
    .createObservableGauge('process.memory.usage', { description: 'Memory that is resident', unit: 'By' })
    .addCallback((result) => result.observe(process.memoryUsage.rss()))
  let former = performance.eventLoopUtilization()
  meter
    .createObservableGauge('nodejs.eventloop.utilization', {
      description: 'Share of the time since the last look in which the event loop was not waiting',
    })
    .addCallback((result) => {
      const current = performance.eventLoopUtilization()
      result.observe(performance.eventLoopUtilization(current, former).utilization)
      former = current
    })
}
