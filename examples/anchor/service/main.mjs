// A small anchor: logins (SEP-10), a gate for withdrawals, approvals of a regulated asset (SEP-8).
//
//   node examples/anchor/service/main.mjs [--port 8457] [--horizon-port 8458] [--horizon URL] [--patience MS]
//
// Without --horizon it asks a recorded one, which it starts beside itself. It listens on this machine only.
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import * as E from 'fp-ts/lib/Either.js'
import { defaultJudge, NETWORKS } from 'quorate'
import { horizon } from 'quorate/node'
import { makeApproval } from './approval.mjs'
import { exampleKey, WARNING } from './keys.mjs'
import { makeLogin } from './login.mjs'
import { recordedHorizon } from './recorded-horizon.mjs'
import { makeServer } from './server.mjs'
import { makeSessions } from './session.mjs'
import { makeWithdrawal } from './withdrawal.mjs'

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '8457' },
    'horizon-port': { type: 'string', default: '8458' },
    horizon: { type: 'string' },
    /** A ledger that has not answered within so many milliseconds has failed. */
    patience: { type: 'string', default: '5000' },
  },
})

const log = (record) => console.log(JSON.stringify({ time: new Date().toISOString(), ...record }))
console.error(WARNING)

const listen = async (server, port) => {
  server.listen(Number(port), '127.0.0.1')
  await once(server, 'listening').catch(({ message }) => {
    console.error(`cannot listen: ${message}`)
    process.exit(1)
  })
  return `http://127.0.0.1:${server.address().port}`
}

// 1. Where accounts come from.
const recorded = options.horizon === undefined ? recordedHorizon() : undefined
const url = recorded === undefined ? options.horizon : await listen(recorded, options['horizon-port'])
const network = NETWORKS.testnet
const source = horizon({ url, network, retry: { attempts: 2, totalMs: Number(options.patience) } })
if (E.isLeft(source)) throw new Error(source.left.message)

// 2. What the service knows: one judge, one source, and keys that are worth nothing.
const judge = defaultJudge()
const now = () => Math.floor(Date.now() / 1000)
const sessions = makeSessions({ issuer: 'https://auth.anchor.example', now })
const issuer = exampleKey('anchor').address
const shared = { network, judge, source: source.right, issuer, assetCode: 'EUR' }
const parts = {
  sessions,
  login: makeLogin({
    ...shared,
    prove: judge.prove,
    server: exampleKey('anchor server'),
    homeDomain: 'anchor.example',
    webAuthDomain: 'auth.anchor.example',
    sessions,
    now,
  }),
  withdraw: makeWithdrawal(shared),
  approve: makeApproval({
    ...shared,
    helper: exampleKey('helper'),
    // Whose papers were seen.
    customers: new Set([exampleKey('customer').address]),
  }),
}

// 3. Serving, and stopping: whoever was let in is answered before the process ends.
const server = makeServer(parts, log)
log({ event: 'listening', url: await listen(server, options.port), horizon: source.right.name })

const stop = () => {
  log({ event: 'stopping' })
  server.close(() => {
    recorded?.close()
    recorded?.closeAllConnections()
    log({ event: 'stopped' })
  })
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), 10_000).unref()
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
