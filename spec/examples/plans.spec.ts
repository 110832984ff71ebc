/** What the stories of `examples/plans` tell, asked of the planner itself. */
import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { differenceBetween } from '../../src/advice/coalition/index.js'
import { plan } from '../../src/advice/plan/index.js'
import { readAccountSource, type AccountSource } from '../../src/edge/source/index.js'
import { ledgerHeader } from '../../src/kernel/ledger/index.js'
import { DEFAULT_PROTOCOL, parseProtocol } from '../../src/kernel/protocol/index.js'
import { proveWith, strict, tweetnacl } from '../../src/kernel/signature/index.js'
import { filesUnder, read } from '../support/repository.js'

const source = (path: string): AccountSource => {
  const found = readAccountSource(read(`examples/plans/${path}.quorate.yaml`), path)
  if (E.isLeft(found)) throw new Error(found.left[0].message)
  return found.right
}

const only = <A>(list: readonly A[]): A => {
  const [first] = list
  if (first === undefined) throw new Error('nothing there')
  return first
}

/** Who signs each transaction, or why there is none. */
const story = (from: string, to: string, unavailable: readonly string[] = []): readonly string[] => {
  const [was, is] = [source(from), source(to)]
  const names = new Map([...was.aliases, ...is.aliases])
  const protocol = parseProtocol('apply')(DEFAULT_PROTOCOL)
  if (E.isLeft(protocol)) throw new Error(protocol.left.message)
  const planned = plan({
    network: O.none,
    from: only(was.accounts),
    to: only(is.accounts),
    live: O.none,
    sequence: O.none,
    header: ledgerHeader(protocol.right),
    unavailable: new Set([...names].filter(([, name]) => unavailable.includes(name)).map(([key]) => key)),
    atHand: new Set(),
    others: [],
    pending: [],
    prove: proveWith(strict(tweetnacl)),
    promised: O.none,
    prefer: 'atomic',
    proveKeys: false,
    needsReserve: false,
    expected: O.none,
    nameOf: (key) => names.get(key) ?? key,
  })
  if (E.isLeft(planned))
    return planned.left._tag === 'Refused'
      ? planned.left.reasons.map(({ code }) => code)
      : [planned.left.code]
  return planned.right.transactions.map(({ signing, operations }) =>
    [
      `${String(operations.length)} by`,
      ...signing.signers.map(({ strkey }) => names.get(strkey) ?? strkey).toSorted(),
    ].join(' '),
  )
}

/** From, to, who cannot sign, and what comes of it. */
const STORIES: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  ['ops/before', 'ops/after', ['old-cfo'], ['4 by anna bruno']],
  ['ops/before', 'ops/beyond-reach', [], ['would-lock']],
  ['trio/account', 'trio/with-dave', ['carol'], ['1 by alice bob']],
  ['trio/account', 'trio/without-carol', ['carol'], ['1 by alice bob']],
  ['trio/account', 'trio/carol-replaced', ['carol'], ['2 by alice bob']],
  ['trio/account', 'trio/alice-replaced', ['alice'], ['locked-out']],
  ['trio-with-master/account', 'trio-with-master/alice-replaced', ['alice'], ['2 by trio']],
  ['six/account', 'six/four-left', ['eva', 'finn'], ['2 by ada ben cleo dirk']],
  ['six/account', 'six/four-left', ['eva', 'finn', 'dirk'], ['locked-out']],
]

describe('examples: plans', () => {
  for (const [from, to, unavailable, outcome] of STORIES)
    it(`${from} to ${to}${unavailable.length > 0 ? ` without ${unavailable.join(', ')}` : ''}`, () =>
      expect(story(from, to, unavailable)).to.deep.equal(outcome))

  it('shows by the difference that a list written anew has dropped Carol', () => {
    const [was, is] = [source('trio/account'), source('trio/as-in-the-lesson')]
    const { levels } = differenceBetween(only(was.accounts))(only(is.accounts))
    for (const { loses, relation } of levels) {
      expect(relation).to.equal('incomparable')
      const keys = O.isSome(loses) ? loses.value.keys : []
      expect(keys.map((key) => was.aliases.get(key)).toSorted()).to.deep.equal(['alice', 'carol'])
    }
  })

  it('are all told', () => {
    const told = new Set(STORIES.flatMap(([from, to]) => [from, to]))
    const files = filesUnder('examples/plans')
      .filter((path) => path.endsWith('.yaml'))
      .map((path) => path.slice('examples/plans/'.length, -'.quorate.yaml'.length))
    expect(files.filter((path) => !told.has(path))).to.deep.equal(['ops/careless', 'trio/as-in-the-lesson'])
  })
})
