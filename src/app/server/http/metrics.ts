/** What is counted, in the text form of Prometheus. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** The counters of one server. */
export interface Metrics {
  readonly begun: () => void
  readonly ended: (route: string, status: number, seconds: number, outcome: string | undefined) => void
  readonly text: () => Promise<string>
}

const BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** `waiting` says how many tasks wait for a thread. */
export const metricsOf = (waiting: () => number): Metrics => {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'quorate_requests_total',
    help: 'Requests that were answered',
    labelNames: ['route', 'status'],
    registers,
  })
  const seconds = new Histogram({
    name: 'quorate_request_seconds',
    help: 'Time from the head of a request to its answer',
    labelNames: ['route'],
    buckets: BUCKETS,
    registers,
  })
  const answers = new Counter({
    name: 'quorate_answers_total',
    help: 'Answers by their one word, such as a verdict; of requests that were refused, the code',
    labelNames: ['route', 'outcome'],
    registers,
  })
  const inFlight = new Gauge({ name: 'quorate_in_flight', help: 'Requests at this moment', registers })
  new Gauge({
    name: 'quorate_waiting',
    help: 'Requests that wait for a thread',
    registers,
    collect() {
      this.set(waiting())
    },
  })
  return {
    begun: () => inFlight.inc(),
    ended: (route, status, took, outcome) => {
      inFlight.dec()
      requests.labels(route, String(status)).inc()
      seconds.labels(route).observe(took)
      if (outcome !== undefined) answers.labels(route, outcome).inc()
    },
    text: () => registry.metrics(),
  }
}
