import { expect } from 'chai'
import { spawn, type ChildProcess } from 'node:child_process'
import { connect } from 'node:net'
import { createClient, isAuthorized } from '../../../src/app/client/index.js'
import { pipelined, postBytes } from '../../bench/pipelined.js'
import { key } from '../../support/build/key.js'
import { read } from '../../support/repository.js'
import { MAIN, runCliHere } from '../../support/run-cli.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

interface Running {
  readonly child: ChildProcess
  readonly url: string
  readonly port: number
  readonly log: () => string
  readonly exit: Promise<number | null>
}

const start = async (...args: readonly string[]): Promise<Running> => {
  const child = spawn(process.execPath, [MAIN, 'serve', '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [log, said] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()))
  const exit = new Promise<number | null>((resolve) => void child.on('close', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /listens at (http:\S+)/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.on('close', () => reject(new Error(said)))
  })
  return { child, url, port: Number(new URL(url).port), log: () => log, exit }
}

const ENVELOPE = read('examples/joint/payment.ok.xdr').trim()
const ACCOUNTS = [read('examples/joint/account.quorate.yaml')]

/** Claims about 20 keys of many weights: seconds of work. */
const slowPolicy = (): string => {
  const names = Array.from({ length: 20 }, (_, index) => `k${index}`)
  const claims = Array.from({ length: 900 }, (_, index) => {
    const claim = `{ withstands: { steal: ${(index % 9) + 1}, by: holder }, for: high }`
    return `  - { id: c-${index}, on: a, claim: ${claim} }`
  })
  return [
    'quorate: 1',
    'network: testnet',
    'keys:',
    ...names.map((name) => `  ${name}: { key: ${key(name).id}, holder: h-${name} }`),
    'accounts:',
    '  a:',
    `    address: ${key('a').id}`,
    '    master: 0',
    '    thresholds: { low: 40, medium: 90, high: 110 }',
    `    signers: { ${names.map((name, index) => `${name}: ${((index * index) % 23) + 3}`).join(', ')} }`,
    'assert:',
    ...claims,
    '',
  ].join('\n')
}

describe('quorate serve, running', function () {
  this.timeout(30_000)

  it('answers its client and whoever asks how it is; stops under load and loses nothing', async () => {
    const running = await start('--network', 'testnet', '--log', 'errors')
    const { url, port, child, exit } = running
    const client = createClient({ url })
    const ok = await client.evaluate({ envelope: ENVELOPE, accounts: ACCOUNTS })
    expect(isAuthorized(ok)).to.equal(true)
    // In a thread of its own.
    const signers = await client.signers({ envelope: ENVELOPE, accounts: ACCOUNTS })
    expect(signers._tag === 'Answered' && signers.answer.state).to.equal('complete')
    expect((await fetch(`${url}/ready`)).status).to.equal(200)

    const request = postBytes(
      '/v1/evaluate',
      'application/json',
      JSON.stringify({ envelope: ENVELOPE, accounts: ACCOUNTS }),
    )
    let count = 0
    let enough: () => void = () => undefined
    const underLoad = new Promise<void>((resolve) => {
      enough = resolve
    })
    const loads = [1, 6].map((depth) =>
      pipelined({
        port,
        connections: 4,
        depth,
        request: () => request,
        isRight: (status, body) => {
          count += 1
          if (count === 100) enough()
          return status === 200 && body.includes('"verdict":"authorized"')
        },
        isOver: () => false,
      }),
    )
    await underLoad
    child.kill('SIGTERM')
    for (const { wrong, lost } of await Promise.all(loads))
      expect({ wrong, lost }).to.deep.equal({ wrong: 0, lost: 0 })
    expect(await exit).to.equal(0)
    const events = running
      .log()
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { readonly event: string }).event)
    expect(events).to.deep.equal(['listening', 'stopping', 'stopped'])
  })

  it('cuts off what takes too long, while it answers others; and what is no HTTP with a status', async () => {
    const { url, port, child, exit } = await start('--log', 'none', '--time-limit', '700')
    const client = createClient({ url })
    const slow = client.check({ files: { 'slow.quorate.yaml': slowPolicy() } })
    for (let count = 0; count < 20; count++) {
      const asked = fetch(`${url}/health`).then(({ status }) => status)
      expect(await Promise.race([asked, slow.then(() => 'too late')])).to.equal(200)
    }
    const cut = await slow
    expect(cut._tag === 'Refused' && [cut.status, cut.errors[0]?.code]).to.deep.equal([504, 'time-limit'])
    const say = (bytes: string): Promise<string> =>
      new Promise((resolve) => {
        let text = ''
        const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
        socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
        socket.on('close', () => resolve(text))
      })
    expect(await say('nonsense\r\n\r\n')).to.match(/^HTTP\/1\.1 400 /)
    expect(await say(`GET / HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`)).to.match(
      /^HTTP\/1\.1 431 /,
    )
    child.kill('SIGINT')
    expect(await exit).to.equal(0)
  })

  it('says before it listens what is wrong', async () => {
    const folder = temporaryFolder()
    try {
      folder.write({ token: 'short\n' })
      const table: readonly (readonly [readonly string[], string])[] = [
        [['--token-file', `${folder.path}/token`], 'bad-token'],
        [['--token-file', `${folder.path}/none`], 'file-not-found'],
        [['--network', 'tesnet'], 'unknown-network'],
        [['--port', '70000'], 'usage'],
        [['--horizon', 'http://elsewhere.example'], 'bad-address'],
        [['--horizon', 'https://a.example', '--rpc', 'https://b.example'], 'usage'],
        [['--host', '203.0.113.7', '--port', '0'], 'cannot-listen'],
      ]
      for (const [args, code] of table) {
        const { stderr, exit } = await runCliHere('serve', ...args)
        expect(exit, stderr).to.equal(2)
        expect(stderr).to.include(`[${code}]`)
      }
    } finally {
      folder.remove()
    }
  })
})
