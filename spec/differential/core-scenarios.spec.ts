import { expect } from 'chai'
import type { Envelope, LedgerView, Operation } from '../../src/kernel/model/index.js'
import { judge, type Answer, type Phase, type Question } from '../reference/checker.js'
import { account, world } from '../support/build/account.js'
import { envelopeAround } from '../support/build/envelope.js'
import { key } from '../support/build/key.js'
import { createAccount, operation, payment, setOptions } from '../support/build/operation.js'
import { by, raw, withHint, type Signing } from '../support/build/signature.js'
import { transaction } from '../support/build/transaction.js'
import { countOf, loadVectors } from '../support/vectors.js'
import { engineAnswer } from './engine.js'

interface WrittenSigner {
  readonly key: string
  readonly weight: number
}

interface WrittenAccount {
  readonly master: number
  readonly low: number
  readonly med: number
  readonly high: number
  readonly signers: readonly WrittenSigner[]
}

interface WrittenOperation {
  readonly type: 'createAccount' | 'payment' | 'setOptions' | 'manageSellOffer'
  readonly source?: string
  readonly to?: string
  readonly destination?: string
  readonly sets?: Partial<Omit<WrittenAccount, 'signers'>> & { readonly signer?: WrittenSigner }
}

interface WrittenSignature {
  readonly kind: 'ed25519' | 'raw'
  readonly key?: string
  readonly hintHex?: string
  readonly hintOf?: string
  readonly signatureHex?: string
}

interface Expected {
  readonly protocols: readonly [number, number]
  readonly tx: string
  readonly ops?: readonly string[]
  readonly firstOp?: string
}

interface Scenario {
  readonly id: string
  readonly section: string
  readonly accounts: Readonly<Record<string, WrittenAccount | null>>
  readonly tx: {
    readonly source: string
    readonly ops: readonly WrittenOperation[]
    readonly signatures: readonly WrittenSignature[]
  }
  readonly expected: readonly Expected[]
}

/** `root as muxed id 3` is `root`, with a number beside it. */
const nameIn = (written: string | undefined): string | undefined => written?.split(' ')[0]

const isMuxed = (written: string | undefined): boolean => written?.includes('muxed') === true

const operationIn = ({ type, source, to, destination, sets }: WrittenOperation): Operation => {
  const from = nameIn(source)
  switch (type) {
    case 'createAccount':
      return createAccount(destination!, from)
    case 'payment':
      return payment(to!, from)
    case 'manageSellOffer':
      return operation('ManageSellOffer', from)
    case 'setOptions': {
      const { med: medium, signer, ...rest } = sets!
      return setOptions(
        {
          ...rest,
          ...(medium === undefined ? {} : { medium }),
          ...(signer === undefined ? {} : { signer: [signer.key, signer.weight] as const }),
        },
        from,
      )
    }
  }
}

const hexToHint = (hex: string): number => Number.parseInt(hex, 16)

const signingIn = (written: WrittenSignature): Signing => {
  if (written.kind === 'raw') {
    const { hint } = by(written.hintOf!)(new Uint8Array(32))
    return raw(hint, Uint8Array.from(Buffer.from(written.signatureHex!, 'hex')))
  }
  const signing = by(written.key!)
  return written.hintHex === undefined ? signing : withHint(hexToHint(written.hintHex))(signing)
}

const envelopeIn = ({ tx }: Scenario, protocol: number): Envelope => {
  const hasMuxedSource = tx.ops.some(({ source }) => isMuxed(source))
  const built = {
    ...transaction({ source: key(tx.source), operations: tx.ops.map(operationIn) }),
    hasMuxedAccount: hasMuxedSource,
    hasMuxedSource,
  }
  return envelopeAround(built, tx.signatures.map(signingIn), protocol < 13 ? 'v0' : 'v1')
}

const viewIn = ({ accounts }: Scenario): LedgerView =>
  world(
    ...Object.entries(accounts).flatMap(([of, written]) =>
      written === null
        ? []
        : [
            account({
              of,
              master: written.master,
              low: written.low,
              medium: written.med,
              high: written.high,
              signers: written.signers.map((signer) => [signer.key, signer.weight] as const),
            }),
          ],
    ),
  )

/** An operation that failed for a reason of its own was authorized. */
const failedByItself = ({ ops }: Expected): boolean => ops !== undefined && !ops.includes('opBAD_AUTH')

const compare = (answer: Answer, expected: Expected, message: string): void => {
  expect(answer.code, message).to.equal(failedByItself(expected) ? 'txSUCCESS' : expected.tx)
  if (expected.firstOp !== undefined) expect(answer.operations[0], message).to.equal(expected.firstOp)
  if (expected.ops !== undefined && !failedByItself(expected))
    expect(answer.operations, message).to.deep.equal(expected.ops)
}

const questionsOf = (scenario: Scenario): readonly { asked: Question; expected: Expected }[] =>
  scenario.expected.flatMap((expected) => {
    const [first, last] = expected.protocols
    const phases: readonly Phase[] = ['validate', 'apply']
    return phases.flatMap((phase) => {
      const from = Math.max(first, phase === 'validate' ? 8 : 10)
      const protocols = Array.from({ length: Math.max(0, Math.min(last, 28) - from + 1) }, (_, i) => from + i)
      return protocols.map((protocol) => ({
        asked: { envelope: envelopeIn(scenario, protocol), view: viewIn(scenario), protocol, phase },
        expected,
      }))
    })
  })

describe("engine and reference: situations of stellar-core's unit tests", () => {
  for (const scenario of loadVectors<Scenario>('core-scenarios'))
    it(`${scenario.id}: ${scenario.section}`, () => {
      for (const { asked, expected } of questionsOf(scenario)) {
        const where = `protocol ${asked.protocol}, ${asked.phase}`
        compare(judge(asked), expected, `reference, ${where}`)
        compare(engineAnswer(asked), expected, `engine, ${where}`)
      }
    })

  it('were judged under every protocol that Quorate knows', () => {
    const judged = loadVectors<Scenario>('core-scenarios').flatMap(questionsOf)
    // 21 protocols on submission and 19 when applied; one situation begins at protocol 12.
    expect(judged).to.have.length((countOf['core-scenarios'] - 1) * (21 + 19) + 17 + 17)
  })
})
