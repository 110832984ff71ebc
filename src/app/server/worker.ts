/** A thread that answers tasks, one after the other. Started by the server, as a file of its own. */
import { parentPort, workerData } from 'node:worker_threads'
import { ENDPOINTS } from './endpoints/index.js'
import { faultText } from './fault-text.js'
import { handleWith, type Task } from './handle.js'
import { makeWorld, type WorldSettings } from './make-world.js'
import type { WorkerSays } from './pool.js'

const handle = handleWith(ENDPOINTS, makeWorld(workerData as WorldSettings))

const say = (says: WorkerSays): void => parentPort?.postMessage(says)

parentPort?.on('message', (task: Task) => {
  handle(task).then(
    (reply) => say({ reply }),
    (error: unknown) => say({ fault: faultText(error) }),
  )
})
