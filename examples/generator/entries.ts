/** Authorization entries of a smart contract call, and transactions that carry them: files of `examples/entries/`. */
import {
  Account,
  hash,
  Keypair,
  Networks,
  Operation,
  SorobanDataBuilder,
  TransactionBuilder,
  xdr,
} from '@stellar/stellar-base'
import { key, pairOf, type Alias } from './keys.js'
import { accountFile } from './render.js'

/** The last ledger in which the signatures are valid. */
const EXPIRATION = 61_000_000
const NONCE = 7_340_000_000_000_000_001n

const address = (alias: Alias): xdr.ScAddress =>
  xdr.ScAddress.scAddressTypeAccount(Keypair.fromPublicKey(key(alias)).xdrAccountId())

const TOKEN = xdr.ScAddress.scAddressTypeContract(
  hash(Buffer.from('quorate example contract: token')) as unknown as xdr.Hash,
)

/** The vault pays 250 to a supplier, in a token that is a contract. */
const CALL = new xdr.InvokeContractArgs({
  contractAddress: TOKEN,
  functionName: 'transfer',
  args: [
    xdr.ScVal.scvAddress(address('vault')),
    xdr.ScVal.scvAddress(address('supplier')),
    xdr.ScVal.scvI128(new xdr.Int128Parts({ hi: new xdr.Int64(0), lo: new xdr.Uint64(250) })),
  ],
})

const ROOT = new xdr.SorobanAuthorizedInvocation({
  function: xdr.SorobanAuthorizedFunction.sorobanAuthorizedFunctionTypeContractFn(CALL),
  subInvocations: [],
})

const PAYLOAD = hash(
  xdr.HashIdPreimage.envelopeTypeSorobanAuthorization(
    new xdr.HashIdPreimageSorobanAuthorization({
      networkId: hash(Buffer.from(Networks.TESTNET)),
      nonce: new xdr.Int64(NONCE),
      signatureExpirationLedger: EXPIRATION,
      invocation: ROOT,
    }),
  ).toXDR(),
)

const field = (name: string, bytes: Buffer): xdr.ScMapEntry =>
  new xdr.ScMapEntry({ key: xdr.ScVal.scvSymbol(name), val: xdr.ScVal.scvBytes(bytes) })

const signature = (alias: Alias): xdr.ScVal =>
  xdr.ScVal.scvMap([
    field('public_key', pairOf(alias).rawPublicKey()),
    field('signature', pairOf(alias).sign(PAYLOAD)),
  ])

const entry = (signers: readonly Alias[]): xdr.SorobanAuthorizationEntry =>
  new xdr.SorobanAuthorizationEntry({
    credentials: xdr.SorobanCredentials.sorobanCredentialsAddress(
      new xdr.SorobanAddressCredentials({
        address: address('vault'),
        nonce: new xdr.Int64(NONCE),
        signatureExpirationLedger: EXPIRATION,
        signature: xdr.ScVal.scvVec(signers.map(signature)),
      }),
    ),
    rootInvocation: ROOT,
  })

/** Names in the order of their public keys. */
const inOrder = (...names: readonly Alias[]): readonly Alias[] =>
  names.toSorted((a, b) => Buffer.compare(pairOf(a).rawPublicKey(), pairOf(b).rawPublicKey()))

/** Who signs, in which order. */
const SIGNED: Readonly<Record<string, readonly Alias[]>> = {
  ok: inOrder('mia', 'noor'),
  'one-signature': ['mia'],
  unsorted: inOrder('mia', 'noor').toReversed(),
  'with-stranger': inOrder('mia', 'noor', 'mallory'),
  'disabled-master': inOrder('mia', 'vault'),
}

/** The relayer sends the call, and pays for it; the vault only authorizes. */
const envelope = (signers: readonly Alias[]): string => {
  const built = new TransactionBuilder(new Account(key('relayer'), '100'), {
    fee: '100000',
    networkPassphrase: Networks.TESTNET,
    timebounds: { minTime: 0, maxTime: 0 },
  })
    .addOperation(
      Operation.invokeHostFunction({
        func: xdr.HostFunction.hostFunctionTypeInvokeContract(CALL),
        auth: [entry(signers)],
      }),
    )
    .setSorobanData(new SorobanDataBuilder().build())
    .build()
  built.sign(pairOf('relayer'))
  return built.toXDR()
}

const ACCOUNT = accountFile({
  name: 'entries',
  about: [
    'A vault that pays when two of three people agree, and the relayer that sends its calls.',
    'The master key of the vault is disabled.',
  ],
  keys: Object.fromEntries(
    ['vault', 'mia', 'noor', 'omar', 'relayer'].map((name) => [`${name}-key`, key(name)]),
  ),
  accounts: {
    vault: {
      address: 'vault-key',
      master: 0,
      thresholds: { low: 1, medium: 2, high: 3 },
      signers: { 'mia-key': 1, 'noor-key': 1, 'omar-key': 1 },
    },
    relayer: { address: 'relayer-key', master: 1, thresholds: { low: 0, medium: 0, high: 0 }, signers: {} },
  },
  envelopes: [],
})

/** Every file with its text, by its path under `examples/`. */
export const entryFiles = (): readonly (readonly [string, string])[] => [
  ['entries/account.quorate.yaml', ACCOUNT],
  ...Object.entries(SIGNED).map(
    ([name, signers]) => [`entries/${name}.entry`, `${entry(signers).toXDR('base64')}\n`] as const,
  ),
  ...(['ok', 'one-signature'] as const).map(
    (name) => [`entries/transfer.${name}.envelope`, `${envelope(SIGNED[name] ?? [])}\n`] as const,
  ),
]
