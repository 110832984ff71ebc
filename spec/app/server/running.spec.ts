import { expect } from 'chai'
import { spawn, type ChildProcess } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import * as O from 'fp-ts/lib/Option.js'
import { createClient, isAuthorized } from '../../../src/app/client/index.js'
import { serve } from '../../../src/app/server/serve.js'
import { DEFAULT_SETTINGS } from '../../../src/app/server/settings.js'
import { pipelined, postBytes } from '../../bench/pipelined.js'
import { key } from '../../support/build/key.js'
import { read } from '../../support/repository.js'
import { MAIN, runCliHere } from '../../support/run-cli.js'
import { temporaryFolder } from '../../support/temporary-folder.js'
import { until } from '../../support/until.js'

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
    // Nobody else hears it.
    expect(new URL(url).hostname).to.equal('127.0.0.1')
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

  const slowFiles = { 'slow.quorate.yaml': slowPolicy() }

  it('answers others while one takes long, and tells by its exit that this one was cut off', async () => {
    const { url, child, exit, log } = await start('--log', 'none', '--workers', '1', '--drain-time', '50')
    const slow = createClient({ url }).check({ files: slowFiles })
    await until(async () => (await (await fetch(`${url}/metrics`)).text()).includes('quorate_in_flight 2'))
    for (let count = 0; count < 20; count++) {
      const asked = fetch(`${url}/health`).then(({ status }) => status)
      expect(await Promise.race([asked, slow.then(() => 'too late')])).to.equal(200)
    }
    child.kill('SIGINT')
    expect(await slow).to.deep.equal({ _tag: 'Failed', reason: 'unreachable' })
    expect(await exit).to.equal(1)
    expect(log()).to.match(/"event":"stopped","cut":1\}\n$/)
  })

  it('asks for the token beyond this machine; ends at once where it is told to stop a second time', async () => {
    const folder = temporaryFolder()
    try {
      const token = 'correct-horse-battery-staple'
      folder.write({ token: `${token}\n` })
      const args = ['--host', '0.0.0.0', '--token-file', `${folder.path}/token`, '--drain-time', '600000']
      const { url: told, port, child, exit, log } = await start(...args)
      expect(told).to.equal(`http://0.0.0.0:${String(port)}`)
      const url = `http://127.0.0.1:${String(port)}`
      for (const wrong of [{}, { token: `${token}x` }]) {
        const refused = await createClient({ url, ...wrong }).evaluate({
          envelope: ENVELOPE,
          accounts: ACCOUNTS,
        })
        expect(refused).to.include({ _tag: 'Refused', status: 401 })
      }
      const client = createClient({ url, token })
      expect(isAuthorized(await client.evaluate({ envelope: ENVELOPE, accounts: ACCOUNTS }))).to.equal(true)
      const slow = client.check({ files: slowFiles })
      const headers = { authorization: `Bearer ${token}` }
      await until(async () =>
        (await (await fetch(`${url}/metrics`, { headers })).text()).includes('quorate_in_flight 2'),
      )
      child.kill('SIGTERM')
      await until(() => log().includes('"stopping"'))
      child.kill('SIGTERM')
      expect(await exit).to.equal(1)
      expect(log()).not.to.include('"stopped"')
      expect(log()).not.to.include(token)
      expect((await slow)._tag).to.equal('Failed')
    } finally {
      folder.remove()
    }
  })

  it('cuts off what takes too long, with its thread', async () => {
    const log: string[] = []
    const serving = await serve({
      settings: { ...DEFAULT_SETTINGS, port: 0, token: O.none, workers: 1, timeLimit: 300, log: 'none' },
      world: { passphrase: undefined, version: '0.1.0', horizon: undefined, rpc: undefined },
      write: (text) => void log.push(text),
      workerFile: new URL('worker.js', pathToFileURL(MAIN)),
    })
    const cut = await createClient({ url: serving.url }).check({ files: slowFiles })
    expect(cut._tag === 'Refused' && [cut.status, cut.errors[0]?.code]).to.deep.equal([504, 'time-limit'])
    expect(await serving.stop()).to.equal(0)
    expect(log.join('')).to.match(/"listening"[^]*"stopping"[^]*"stopped","cut":0/)
  })

  it('says before it listens what is wrong', async () => {
    const folder = temporaryFolder()
    try {
      folder.write({ token: 'short\n', good: 'correct-horse-battery-staple\n' })
      const table: readonly (readonly [readonly string[], string])[] = [
        [['--token-file', `${folder.path}/token`], 'bad-token'],
        [['--token-file', `${folder.path}/none`], 'file-not-found'],
        [['--network', 'tesnet'], 'unknown-network'],
        [['--port', '70000'], 'usage'],
        [['--horizon', 'http://elsewhere.example'], 'bad-address'],
        [['--horizon', 'https://a.example', '--rpc', 'https://b.example'], 'usage'],
        [['--host', '203.0.113.7', '--port', '0', '--token-file', `${folder.path}/good`], 'cannot-listen'],
        // Whatever is not this machine for sure, asks for a token.
        ...[
          '0.0.0.0',
          '::',
          '',
          '192.0.2.1',
          '127.0.0.1.example.org',
          'example.org',
          '::ffff:127.0.0.1',
          '1270.0.1',
        ].map((host) => [['--host', host, '--port', '0'], 'no-token'] as const),
        [['--host', '0.0.0.0', '--token-file', `${folder.path}/token`], 'bad-token'],
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
