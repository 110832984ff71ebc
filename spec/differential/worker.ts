/** A process that judges the batches it is told the seeds of, one at a time. */
import process from 'node:process'
import { judgeBatch } from './batch.js'

process.on('message', (seed: number) => {
  process.send?.(judgeBatch(seed))
})
