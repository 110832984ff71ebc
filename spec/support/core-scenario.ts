/** Situations of stellar-core's unit tests, which are written with names, as accounts and envelopes. */
import type { Envelope, LedgerView, Operation } from '../../src/kernel/model/index.js'
import { account, world } from './build/account.js'
import { envelopeAround } from './build/envelope.js'
import { key } from './build/key.js'
import { createAccount, operation, payment, setOptions } from './build/operation.js'
import { by, raw, withHint, type Signing } from './build/signature.js'
import { transaction } from './build/transaction.js'

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
  readonly amount?: 'too large'
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

/** What core's test expects in a range of protocols. */
export interface Expected {
  readonly protocols: readonly [number, number]
  readonly tx: string
  readonly ops?: readonly string[]
  readonly firstOp?: string
}

export interface CoreScenario {
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
const nameIn = (text: string | undefined): string | undefined => text?.split(' ')[0]

const operationIn = ({ type, source, to, amount, destination, sets }: WrittenOperation): Operation => {
  const from = nameIn(source)
  switch (type) {
    case 'createAccount':
      return createAccount(destination!, from)
    case 'payment':
      return amount === 'too large' ? payment(to!, from, 1_000_0000000n) : payment(to!, from)
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

const signingIn = (signature: WrittenSignature): Signing => {
  if (signature.kind === 'raw') {
    const { hint } = by(signature.hintOf!)(new Uint8Array(32))
    return raw(hint, Uint8Array.from(Buffer.from(signature.signatureHex!, 'hex')))
  }
  const signing = by(signature.key!)
  const { hintHex } = signature
  return hintHex === undefined ? signing : withHint(Number.parseInt(hintHex, 16))(signing)
}

/** The envelope of a situation; before protocol 13 envelopes were of the first version. */
export const scenarioEnvelope = ({ tx }: CoreScenario, protocol: number): Envelope => {
  const hasMuxedSource = tx.ops.some(({ source }) => source?.includes('muxed') === true)
  const built = {
    ...transaction({ source: key(tx.source), operations: tx.ops.map(operationIn) }),
    hasMuxedAccount: hasMuxedSource,
    hasMuxedSource,
  }
  return envelopeAround(built, tx.signatures.map(signingIn), protocol < 13 ? 'v0' : 'v1')
}

/** The accounts of a situation, each with enough to pay for it. */
export const scenarioView = ({ accounts }: CoreScenario): LedgerView =>
  world(
    ...Object.entries(accounts).flatMap(([of, found]) =>
      found === null
        ? []
        : [
            account({
              of,
              master: found.master,
              low: found.low,
              medium: found.med,
              high: found.high,
              signers: found.signers.map((signer) => [signer.key, signer.weight] as const),
              state: {},
            }),
          ],
    ),
  )
