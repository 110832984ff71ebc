import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { horizon, stellarRpc } from '../../../../src/app/node/server-source.js'
import type { LedgerSource, SourceAnswer } from '../../../../src/app/ports.js'
import { cached } from '../../../../src/app/programs/source/cached.js'
import { coalesced } from '../../../../src/app/programs/source/coalesced.js'
import { onNetwork } from '../../../../src/app/programs/source/on-network.js'
import { parseSourceAddress } from '../../../../src/app/programs/source/source-address.js'
import { withinTime } from '../../../../src/app/programs/source/within-time.js'
import { failure, NETWORKS, type AccountId, type Failure } from '../../../../src/kernel/model/index.js'
import { account } from '../../../support/build/account.js'
import { key } from '../../../support/build/key.js'
import { virtualTiming } from '../../../support/virtual-timing.js'

const ID = key('joint').id
const KNOWN: SourceAnswer = { _tag: 'Known', account: account({ of: 'joint' }), ledger: O.some(7) }
const ABSENT: SourceAnswer = { _tag: 'Absent', ledger: O.some(7) }
const FAILED = failure('source-refused', 'answered with status 500')

type Told = E.Either<Failure, SourceAnswer>

/** A source that answers when it is told to. */
const waiting = () => {
  const asked: {
    readonly id: AccountId
    readonly signal: AbortSignal | undefined
    readonly tell: (told: Told) => void
  }[] = []
  const source: LedgerSource = {
    name: 'there',
    find: (id, signal) => () => new Promise((tell) => asked.push({ id, signal, tell })),
  }
  return { asked, source }
}

/** A source that answers at once, one answer after the other. */
const telling = (...answers: readonly Told[]) => {
  const counted = { asked: 0 }
  const source: LedgerSource = {
    name: 'there',
    find: () => () => Promise.resolve(answers[Math.min(counted.asked++, answers.length - 1)] as Told),
  }
  return { counted, source }
}

const codeOf = (told: Told): string => (E.isLeft(told) ? told.left.code : told.right._tag)

describe('source: coalesced', () => {
  it('asks once for those who ask together, and again for whoever comes later', async () => {
    const { asked, source } = waiting()
    const once = coalesced(source)
    const [one, two, other] = [once.find(ID)(), once.find(ID)(), once.find(key('other').id)()]
    expect(asked.map(({ id }) => id)).to.deep.equal([ID, key('other').id])
    for (const { tell } of asked) tell(E.right(KNOWN))
    expect([await one, await two, await other].map(codeOf)).to.deep.equal(['Known', 'Known', 'Known'])
    const later = once.find(ID)()
    expect(asked.length).to.equal(3)
    asked[2]?.tell(E.left(FAILED))
    expect(codeOf(await later)).to.equal('source-refused')
  })

  it('withdraws nothing that others wait for, and everything that nobody waits for', async () => {
    const { asked, source } = waiting()
    const once = coalesced(source)
    const [leaves, stays] = [new AbortController(), new AbortController()]
    const [one, two] = [once.find(ID, leaves.signal)(), once.find(ID, stays.signal)()]
    leaves.abort()
    expect(codeOf(await one)).to.equal('source-cancelled')
    expect(asked[0]?.signal?.aborted).to.equal(false)
    stays.abort()
    expect(codeOf(await two)).to.equal('source-cancelled')
    expect(asked[0]?.signal?.aborted).to.equal(true)
    // What is being withdrawn answers nobody who comes now.
    const late = once.find(ID)()
    expect(asked.length).to.equal(2)
    asked[0]?.tell(E.left(FAILED))
    asked[1]?.tell(E.right(KNOWN))
    expect(codeOf(await late)).to.equal('Known')
  })
})

describe('source: cached', () => {
  const POLICY = { maxAgeMs: 1000 }

  it('answers again what it knows, and not for longer than it says', async () => {
    const timing = virtualTiming()
    const { counted, source } = telling(E.right(KNOWN))
    const remembering = cached(POLICY, timing)(source)
    await remembering.find(ID)()
    timing.pass(999)
    expect(await remembering.find(ID)()).to.deep.equal(E.right(KNOWN))
    expect(counted.asked).to.equal(1)
    timing.pass(1)
    await remembering.find(ID)()
    expect(counted.asked).to.equal(2)
  })

  it('counts the age from the question, and not from the answer', async () => {
    const timing = virtualTiming()
    const { asked, source } = waiting()
    const remembering = cached(POLICY, timing)(source)
    const first = remembering.find(ID)()
    timing.pass(900)
    asked[0]?.tell(E.right(KNOWN))
    await first
    timing.pass(150)
    void remembering.find(ID)()
    expect(asked.length).to.equal(2)
  })

  it('remembers no failure, and no absence unless it is asked to', async () => {
    for (const [told, absentToo, asked] of [
      [E.left(FAILED), true, 2],
      [E.right(ABSENT), false, 2],
      [E.right(ABSENT), true, 1],
    ] as const) {
      const { counted, source } = telling(told)
      const remembering = cached({ ...POLICY, absentToo }, virtualTiming())(source)
      expect(codeOf(await remembering.find(ID)())).to.equal(codeOf(await remembering.find(ID)()))
      expect(counted.asked).to.equal(asked)
    }
  })

  it('forgets what is no longer so, and the oldest where there is too much', async () => {
    const timing = virtualTiming()
    const gone = telling(E.right(KNOWN), E.right(ABSENT))
    const remembering = cached({ maxAgeMs: 10 }, timing)(gone.source)
    await remembering.find(ID)()
    timing.pass(10)
    await remembering.find(ID)()
    expect(codeOf(await remembering.find(ID)())).to.equal('Absent')
    expect(gone.counted.asked).to.equal(3)

    const many = telling(E.right(KNOWN))
    const small = cached({ ...POLICY, most: 2 }, virtualTiming())(many.source)
    for (const name of ['a', 'b', 'c', 'b', 'a']) await small.find(key(name).id)()
    expect(many.counted.asked).to.equal(4)
  })
})

describe('source: within a time', () => {
  it('fails where there is no answer in time, and gives up what it asked', async () => {
    const { asked, source } = waiting()
    const told = await withinTime(1000, virtualTiming())(source).find(ID)()
    expect(E.isLeft(told) && [told.left.code, O.toUndefined(told.left.subject)]).to.deep.equal([
      'source-timeout',
      'there',
    ])
    expect(asked[0]?.signal?.aborted).to.equal(true)
  })

  it('fails at once where the question is withdrawn, before or after', async () => {
    const still = { ...virtualTiming(), sleep: () => new Promise<void>(() => undefined) }
    const { asked, source } = waiting()
    const bounded = withinTime(1000, still)(source)
    const caller = new AbortController()
    const asking = bounded.find(ID, caller.signal)()
    caller.abort()
    expect(codeOf(await asking)).to.equal('source-cancelled')
    expect(codeOf(await bounded.find(ID, caller.signal)())).to.equal('source-cancelled')
    expect(asked.length).to.equal(1)
  })
})

describe('source: on a network', () => {
  const { testnet, public: pubnet } = NETWORKS

  it('answers nothing of another network, and asks again for what it could not learn', async () => {
    const { source } = telling(E.right(KNOWN))
    let asked = 0
    const said = [E.left(FAILED), E.right(testnet)]
    const network = () => () =>
      Promise.resolve(said[Math.min(asked++, 1)] as E.Either<Failure, typeof testnet>)
    const right = onNetwork(testnet)({ ...source, network })
    const codes = []
    for (let time = 0; time < 4; time += 1) codes.push(codeOf(await right.find(ID)()))
    expect(codes).to.deep.equal(['source-refused', 'Known', 'Known', 'Known'])
    expect(asked).to.equal(2)

    const wrong = await onNetwork(pubnet)({ ...source, network }).find(ID)()
    expect(E.isLeft(wrong) && [wrong.left.code, wrong.left.message]).to.deep.equal([
      'source-other-network',
      'it is of the network `testnet`; what is asked is about `public`',
    ])
    expect(codeOf(await onNetwork(testnet)(source).find(ID)())).to.equal('source-other-network')
  })

  // On another network an account is absent, and its master key would do for it.
  for (const [name, adapter] of Object.entries({ horizon, stellarRpc }))
    it(`${name} is not made for a network that nobody said, by programs without types too`, () => {
      const url = 'https://horizon.example.org'
      for (const network of [undefined, null, '', 'public', {}]) {
        const made = adapter({ url, network: network as 'unchecked' })
        expect(E.isLeft(made) && made.left.code).to.equal('network-not-said')
      }
      for (const network of [testnet, 'unchecked'] as const)
        expect(E.isRight(adapter({ url, network }))).to.equal(true)
    })
})

describe('source: addresses', () => {
  for (const [text, origin] of [
    ['https://horizon.stellar.org', 'https://horizon.stellar.org'],
    ['https://user:pass@rpc.example.org:8443/v1/key?token=1#x', 'https://rpc.example.org:8443'],
    ['http://localhost:8000/', 'http://localhost:8000'],
    ['http://127.0.0.1', 'http://127.0.0.1'],
    ['http://[::1]:8000', 'http://[::1]:8000'],
  ] as const)
    it(`takes ${text}`, () => {
      const read = parseSourceAddress(text)
      expect(E.isRight(read) && read.right.origin).to.equal(origin)
    })

  for (const text of [
    '',
    'horizon.example.org',
    'localhost:8000',
    'file:///etc/passwd',
    'http://horizon.example.org',
    'http://localhost.example.org',
    'http://127.0.0.1.example.org',
    'http://192.168.0.7:8000',
    'https://user:%zz@host',
    'javascript:alert(1)',
  ])
    it(`refuses \`${text}\` without repeating it`, () => {
      const read = parseSourceAddress(text)
      if (E.isRight(read)) throw new Error('it was taken')
      expect(read.left.code).to.equal('bad-address')
      if (text !== '') expect(JSON.stringify(read.left)).not.to.include(text)
    })

  it('takes `http` to another machine where it is allowed', () => {
    expect(E.isRight(parseSourceAddress('http://192.168.0.7:8000', { allowHttp: true }))).to.equal(true)
  })
})
