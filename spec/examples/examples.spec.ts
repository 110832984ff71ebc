/** Every example has the verdict that was written down for it by hand. */
import { spawnSync } from 'node:child_process'
import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { readAccountFile } from '../../src/edge/source/account-file.js'
import { decodeEnvelope } from '../../src/edge/xdr/index.js'
import { evaluate, type Judgement, type Verdict } from '../../src/kernel/engine/index.js'
import { ledgerView, NETWORKS, type LedgerView } from '../../src/kernel/model/index.js'
import { DEFAULT_PROTOCOL, parseProtocol } from '../../src/kernel/protocol/index.js'
import { proveWith, strict, tweetnacl } from '../../src/kernel/signature/index.js'
import { filesUnder, read, ROOT } from '../support/repository.js'
import { EXPECTED, type Expected, type ExpectedOperation } from './expected.js'

const right = <L, A>(either: E.Either<L, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

const viewOf = (paths: readonly string[]): LedgerView =>
  right(
    ledgerView({
      accounts: paths.flatMap((path) => [...right(readAccountFile(read(path))).accounts.values()]),
    }),
  )

const prove = proveWith(strict(tweetnacl))

const verdictOf = ({
  file,
  accounts,
  network,
  protocol = DEFAULT_PROTOCOL,
  phase = 'validate',
}: Expected): Verdict =>
  evaluate({ protocol: right(parseProtocol(phase)(protocol)), phase, prove })(viewOf(accounts))(
    right(decodeEnvelope(NETWORKS[network])(read(file).trimEnd())),
  )

const failuresIn = ({ operations }: Judgement): readonly ExpectedOperation[] =>
  operations.flatMap((code, index) =>
    O.isSome(code) && code.value !== 'opSUCCESS' ? [{ index, code: code.value }] : [],
  )

const EXIT = { Authorized: 0, Rejected: 1, Undetermined: 4 } as const

/** A verdict in the words of `expected.json`. */
const told = (verdict: Verdict): Pick<Expected, 'code' | 'operations' | 'inner' | 'exit'> => {
  const code = verdict._tag === 'Undetermined' ? null : verdict.code
  const { inner } = verdict
  return {
    code,
    operations: failuresIn(verdict.judgement),
    ...(code === 'txFEE_BUMP_INNER_FAILED' && O.isSome(inner) && O.isSome(inner.value.code)
      ? { inner: { code: inner.value.code.value, operations: failuresIn(inner.value) } }
      : {}),
    exit: EXIT[verdict._tag],
  }
}

const titleOf = ({ file, protocol, phase }: Expected): string =>
  [
    file,
    ...(protocol === undefined ? [] : [`at protocol ${protocol}`]),
    ...(phase === undefined ? [] : [`at ${phase}`]),
  ].join(' ')

describe('examples', () => {
  for (const expected of EXPECTED) {
    const { code, operations, inner, exit, verdict } = expected
    it(`${titleOf(expected)} is ${code ?? verdict}`, () => {
      const found = verdictOf(expected)
      expect(found._tag.toLowerCase()).to.equal(verdict)
      expect(told(found)).to.deep.equal({ code, operations, ...(inner === undefined ? {} : { inner }), exit })
    })
  }

  it('have a verdict written down for every envelope', () => {
    const envelopes = filesUnder('examples').filter((path) => path.endsWith('.xdr'))
    expect(envelopes).to.not.be.empty
    expect([...new Set(EXPECTED.map(({ file }) => file))].toSorted()).to.deep.equal(envelopes)
  })

  it('say in their names how they end', () => {
    for (const { file, verdict, protocol, phase } of EXPECTED)
      if (protocol === undefined && phase === undefined)
        expect(file.endsWith('.ok.xdr'), file).to.equal(verdict === 'authorized')
  })

  it('are what the generator writes', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'examples/generate.ts', '--check'],
      { cwd: ROOT, encoding: 'utf8' },
    )
    expect(stderr).to.equal('')
    expect(status).to.equal(0)
  })
})
