import { expect } from 'chai'
import { Worker } from 'node:worker_threads'
import type { Task } from '../../../src/app/server/handle.js'
import { poolOf } from '../../../src/app/server/pool.js'

/** A thread that does what the body of a task says. */
const SCRIPT = `
  const { parentPort } = require('node:worker_threads')
  let count = 0
  parentPort.on('message', ({ body }) => {
    count += 1
    if (body === 'loop') for (;;) {}
    if (body === 'end') process.exit(0)
    if (body === 'throw') throw new Error('thrown')
    if (body === 'fault') return parentPort.postMessage({ fault: 'told' })
    const say = () => parentPort.postMessage({ reply: { status: 200, text: body + ' ' + count, outcome: 'x' } })
    if (body === 'slow') setTimeout(say, 60)
    else say()
  })
`

const task = (body: string): Task => ({ endpoint: 'check', form: 'json', body })

describe('threads for what takes long', function () {
  this.timeout(10_000)
  const opened: Worker[] = []
  const open = (): Worker => {
    const worker = new Worker(SCRIPT, { eval: true })
    opened.push(worker)
    return worker
  }
  const pool = (size: number, timeLimit = 5000, queue = 10) => poolOf(open, { size, timeLimit, queue })

  it('are started when they are needed, answer one task after the other, and stay', async () => {
    const before = opened.length
    const runner = pool(2)
    expect(opened.length).to.equal(before)
    expect((await runner.run(task('a'))).text).to.equal('a 1')
    expect((await runner.run(task('b'))).text).to.equal('b 2')
    expect(opened.length).to.equal(before + 1)
    const both = await Promise.all([runner.run(task('slow')), runner.run(task('slow'))])
    expect(both.map(({ status }) => status)).to.deep.equal([200, 200])
    expect(opened.length).to.equal(before + 2)
    await runner.close()
    expect((await runner.run(task('a'))).status).to.equal(503)
  })

  it('are ended with a task that takes too long; the next one gets another', async () => {
    const runner = pool(1, 150)
    const before = opened.length
    expect((await runner.run(task('loop'))).status).to.equal(504)
    // Where even a new thread comes too late, the one after it may not.
    let next = await runner.run(task('a'))
    while (next.status === 504) next = await runner.run(task('a'))
    expect(next).to.include({ status: 200, text: 'a 1' })
    expect(opened.length).to.be.above(before + 1)
    await runner.close()
  })

  it('take a task with them when they end, and no other', async () => {
    const runner = pool(1)
    for (const [body, message] of [
      ['throw', 'thrown'],
      ['end', 'a thread ended'],
      ['fault', 'told'],
    ] as const) {
      const failed = await runner.run(task(body)).catch((error: unknown) => error)
      expect(failed).to.be.instanceOf(Error)
      expect((failed as Error).message).to.equal(message)
      expect((await runner.run(task('a'))).status).to.equal(200)
    }
    await runner.close()
  })

  it('let so many wait, and send the others away', async () => {
    const runner = pool(1, 5000, 2)
    const answers = await Promise.all(['slow', 'a', 'b', 'c', 'd'].map((body) => runner.run(task(body))))
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200, 503, 503])
    expect(runner.waiting()).to.equal(0)
    await runner.close()
  })

  it('take nobody’s turn for a task that nobody waits for any more', async () => {
    const runner = pool(1)
    const caller = new AbortController()
    const first = runner.run(task('slow'))
    const left = runner.run(task('a'), caller.signal)
    const stays = runner.run(task('b'), new AbortController().signal)
    expect(runner.waiting()).to.equal(2)
    caller.abort()
    expect(runner.waiting()).to.equal(1)
    expect((await left).status).to.equal(503)
    expect((await first).text).to.equal('slow 1')
    expect((await stays).text).to.equal('b 2')
    expect((await runner.run(task('c'), caller.signal)).status).to.equal(503)
    await runner.close()
  })

  it('answer those that wait when they are closed', async () => {
    const runner = pool(1)
    const answers = [runner.run(task('loop')), runner.run(task('a'))]
    await runner.close()
    expect((await Promise.all(answers)).map(({ status }) => status)).to.deep.equal([503, 503])
  })
})
