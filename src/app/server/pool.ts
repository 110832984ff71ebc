/**
 * Threads for what takes long: the thread that listens stays free, and a task that takes too long is ended
 * with its thread, whatever it is doing.
 */
import type { Worker } from 'node:worker_threads'
import type { Reply, Task } from './handle.js'
import { cutOff, overloaded, type Runner } from './runner.js'

/** What a thread says of a task; of a fault, what may be written into a log. */
export type WorkerSays = { readonly reply: Reply } | { readonly fault: string }

/** How many threads, and how long. */
export interface PoolSettings {
  readonly size: number
  readonly timeLimit: number
  /** So many tasks wait at most. */
  readonly queue: number
}

interface Job {
  readonly task: Task
  readonly settle: (reply: Reply) => void
  readonly fail: (error: Error) => void
  readonly deadline: number
}

interface Thread {
  readonly worker: Worker
  job: Job | undefined
  timer: NodeJS.Timeout | undefined
}

/** A runner that starts `open()` threads as they are needed. */
export const poolOf = (open: () => Worker, { size, timeLimit, queue }: PoolSettings): Runner => {
  const threads = new Set<Thread>()
  const waiting: Job[] = []
  let isClosed = false

  const release = (thread: Thread): Job | undefined => {
    const { job } = thread
    clearTimeout(thread.timer)
    thread.job = undefined
    return job
  }

  /** A thread that ended takes its task with it, and no other. */
  const drop = (thread: Thread, end: (job: Job) => void): void => {
    if (!threads.delete(thread)) return
    const job = release(thread)
    if (job !== undefined) end(job)
    void thread.worker.terminate()
    if (!isClosed) next()
  }

  const start = (): Thread => {
    const thread: Thread = { worker: open(), job: undefined, timer: undefined }
    thread.worker.on('message', (says: WorkerSays) => {
      const job = release(thread)
      if ('reply' in says) job?.settle(says.reply)
      else job?.fail(new Error(says.fault))
      next()
    })
    thread.worker.on('error', (error) => drop(thread, (job) => job.fail(error)))
    thread.worker.on('exit', () => drop(thread, (job) => job.fail(new Error('a thread ended'))))
    threads.add(thread)
    return thread
  }

  const give = (thread: Thread, job: Job): void => {
    thread.job = job
    thread.timer = setTimeout(
      () => drop(thread, ({ settle }) => settle(cutOff(timeLimit))),
      Math.max(1, job.deadline - performance.now()),
    )
    thread.worker.postMessage(job.task)
  }

  const next = (): void => {
    while (waiting.length > 0) {
      const free = [...threads].find(({ job }) => job === undefined)
      if (free === undefined && threads.size >= size) return
      const job = waiting.shift()
      if (job === undefined) return
      if (job.deadline <= performance.now()) job.settle(overloaded)
      else give(free ?? start(), job)
    }
  }

  return {
    run: (task, signal) =>
      new Promise<Reply>((settle, fail) => {
        if (isClosed || waiting.length >= queue || signal?.aborted === true) return settle(overloaded)
        const job = { task, settle, fail, deadline: performance.now() + timeLimit }
        waiting.push(job)
        // What nobody waits for any more takes nobody's turn. What a thread has begun it ends.
        const leave = (): void => {
          const at = waiting.indexOf(job)
          if (at < 0) return
          waiting.splice(at, 1)
          settle(overloaded)
        }
        signal?.addEventListener('abort', leave, { once: true })
        next()
      }),
    mayWait: true,
    waiting: () => waiting.length,
    close: async () => {
      isClosed = true
      for (const job of waiting.splice(0)) job.settle(overloaded)
      const open = [...threads]
      for (const thread of open) drop(thread, ({ settle }) => settle(overloaded))
      await Promise.all(open.map(({ worker }) => worker.terminate()))
    },
  }
}
