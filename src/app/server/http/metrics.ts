/** What is counted, in the text form of Prometheus. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** The counters of one server. */
export interface Metrics {
  readonly begun: () => void
  readonly ended: (route: string, status: number, seconds: number, outcome: string | undefined) => void
  readonly text: () => Promise<string>
}

const BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Looked up by two words, and not by their object, which is slow. There are as many as there are routes and codes. */
const kept = <A>(make: (first: string, second: string) => A): ((first: string, second: string) => A) => {
  const known = new Map<string, A>()
  return (first, second) => {
    const key = `${first} ${second}`
    const before = known.get(key)
    if (before !== undefined) return before
    const made = make(first, second)
    known.set(key, made)
    return made
  }
}

/** `waiting` says how many tasks wait for a thread. */
export const metricsOf = (waiting: () => number): Metrics => {
  let open = 0
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'quorate_requests_total',
    help: 'Requests by their status; 499 where the connection ended before the answer',
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
  new Gauge({
    name: 'quorate_in_flight',
    help: 'Requests at this moment',
    registers,
    collect() {
      this.set(open)
    },
  })
  new Gauge({
    name: 'quorate_waiting',
    help: 'Requests that wait for a thread',
    registers,
    collect() {
      this.set(waiting())
    },
  })
  const requestsOf = kept((route, status) => requests.labels(route, status))
  const secondsOf = kept((route) => seconds.labels(route))
  const answersOf = kept((route, outcome) => answers.labels(route, outcome))
  return {
    begun: () => {
      open += 1
    },
    ended: (route, status, took, outcome) => {
      open -= 1
      requestsOf(route, String(status)).inc()
      secondsOf(route, '').observe(took)
      if (outcome !== undefined) answersOf(route, outcome).inc()
    },
    text: () => registry.metrics(),
  }
}
