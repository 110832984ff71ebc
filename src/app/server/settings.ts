/** How the server is set up, and the bounds that it keeps. */
import type * as O from 'fp-ts/lib/Option.js'

/** Which requests are logged. */
export type LogWhat = 'all' | 'errors' | 'none'

/** What whoever starts it may choose. */
export interface Settings {
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  /** What a request must bear, where it must bear anything. */
  readonly token: O.Option<string>
  /** Bytes of a body. */
  readonly maxBody: number
  /** Requests at one time, those that wait among them; more are sent away. */
  readonly maxInFlight: number
  /** Threads for what takes long. */
  readonly workers: number
  /** Milliseconds that a request may take, with waiting; what takes longer is cut off. */
  readonly timeLimit: number
  /** Milliseconds that requests have to end in after the server was told to stop. */
  readonly drainTime: number
  readonly log: LogWhat
}

/** What holds where nothing else is said. */
export const DEFAULT_SETTINGS = {
  host: '127.0.0.1',
  port: 8080,
  maxBody: 1024 * 1024,
  maxInFlight: 256,
  timeLimit: 10_000,
  drainTime: 10_000,
  log: 'all',
} as const

/** Bounds that nobody chooses. */
export const BOUNDS = {
  /**
   * Characters of a body that is answered at once; longer ones go to a thread. Steps grow with operations,
   * signatures and signers multiplied: 3,000 characters have room for less than 8,000, which take 50 ms; 10,000
   * have room for the most that there can be, which take a second. Signers that a source knows need no room:
   * with one, it is less.
   */
  quickBody: { given: 3072, fetched: 1700 },
  /** Milliseconds for the head of a request, and for the whole of it: slow senders are cut off. */
  headTime: 10_000,
  requestTime: 30_000,
  /** Milliseconds that a connection may be idle. */
  idleTime: 65_000,
  connections: 1024,
  headBytes: 16 * 1024,
  /** Seconds after which one that was sent away may come again. */
  retryAfter: 1,
} as const
