/** A thread that answers tasks, one after the other. Started by the server, as a file of its own. */
import * as O from 'fp-ts/lib/Option.js'
import { parentPort, workerData } from 'node:worker_threads'
import { ed25519 } from '../node/index.js'
import { ENDPOINTS } from './endpoints/index.js'
import { faultText } from './fault-text.js'
import { handleWith, type Task } from './handle.js'
import type { WorkerSays, WorkerSettings } from './pool.js'
import { today } from './today.js'

const { passphrase, version } = workerData as WorkerSettings

const handle = handleWith(ENDPOINTS, {
  ed25519,
  network: passphrase === undefined ? O.none : O.some({ passphrase }),
  version,
  today,
})

const say = (says: WorkerSays): void => parentPort?.postMessage(says)

parentPort?.on('message', (task: Task) => {
  handle(task).then(
    (reply) => say({ reply }),
    (error: unknown) => say({ fault: faultText(error) }),
  )
})
