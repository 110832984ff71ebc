/** What a check needs beside its question. */
import type { Drafts } from '../ports.js'
import type { CheckPorts } from '../programs/check/check-request.js'

/** What a check needs of the world, and where it writes. */
export interface CheckWorld {
  readonly ports: CheckPorts
  readonly drafts: Drafts
}
