/** What every request about envelopes says: accounts, network, protocol. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import { DEFAULT_PROTOCOL } from '../../kernel/protocol/index.js'
import { about, type Failure, type Network } from '../../kernel/model/index.js'
import type { Output, Ports } from '../ports.js'
import { parseNetwork } from '../programs/network.js'
import type { LineDefaults } from '../programs/read-line.js'
import type { QuestionRequest } from '../programs/read-question.js'
import type { Answered, Failures } from './endpoint.js'
import { requestFiles, type RequestTexts } from './request-files.js'
import { described, list, text, textOrObject, whole, yesOrNo } from './wire/forms.js'
import type { World } from './world.js'

/** More accounts decide over no envelope; a simulation of many steps may touch so many. */
const MOST_ACCOUNTS = 256

const MOST_TEXT = 16 * 1024 * 1024

/** An envelope, as any command takes it. */
export const envelopeForm = described(
  'A transaction envelope in base64; what the commands read is read here.',
  text('an envelope in base64', MOST_TEXT),
)

const accountForm = textOrObject(
  'an account (the JSON of an account file or of Horizon, or ledger entries in base64)',
  MOST_TEXT,
)

/** Members that every request about envelopes may have. */
export const questionForms = {
  accounts: described(
    'Who may sign for the accounts that it acts for: each the JSON of an account file or of Horizon as an object, or as a text any form that `--account` reads, ledger entries in base64 among them.',
    list(accountForm, MOST_ACCOUNTS),
  ),
  network: described(
    '`public`, `testnet`, `futurenet`, or a passphrase. Needed where no account file says it and the server has no default.',
    text('a network', 250),
  ),
  protocol: described(
    `Protocol version to judge under; ${String(DEFAULT_PROTOCOL)} where it is not said.`,
    whole(0, 999),
  ),
  closedWorld: described(
    'Whether accounts that are not given do not exist. Then a server that asks Horizon or Stellar RPC asks nobody.',
    yesOrNo,
  ),
}

/** Those members, as they were given. */
export interface QuestionMembers {
  readonly accounts?: readonly (string | Readonly<Record<string, unknown>>)[]
  readonly network?: string
  readonly protocol?: number
  readonly closedWorld?: boolean
}

/** A member as the text of a file. */
export const fileText = (given: string | Readonly<Record<string, unknown>>): string =>
  typeof given === 'string' ? given : JSON.stringify(given)

/** The ports of programs, over the texts of a request. */
export const portsOf = ({ ed25519 }: World, texts: RequestTexts): Ports => ({
  files: requestFiles(texts),
  ed25519,
})

/** The network of a request; none where neither it nor the server says one. Failure: `unknown-network`. */
export const networkOf = (world: World, said: string | undefined): E.Either<Failures, O.Option<Network>> =>
  said === undefined
    ? E.right(world.network)
    : E.bimap(
        (found: Failure): Failures => NEA.of(about('network')(found)),
        (network: Network) => O.some(network),
      )(parseNetwork(said))

/** What a program is asked, and the files in which it finds it. */
export interface Asked {
  readonly ports: Ports
  readonly question: QuestionRequest
}

/**
 * A request as a question. `envelopes` are named as failures and answers name them; with `signal`, what a
 * source was asked is withdrawn.
 *
 * Failure: `unknown-network`.
 */
export const askedOf = (
  world: World,
  members: QuestionMembers,
  envelopes: readonly [readonly [name: string, text: string], ...(readonly [name: string, text: string])[]],
  signal?: AbortSignal,
): E.Either<Failures, Asked> => {
  const { accounts = [], network, protocol = DEFAULT_PROTOCOL, closedWorld = false } = members
  const known = networkOf(world, network)
  if (E.isLeft(known)) return known
  const files = accounts.map((one, index) => [`accounts[${String(index)}]`, fileText(one)] as const)
  const [[first], ...others] = envelopes
  return E.right({
    ports: portsOf(world, new Map([...envelopes, ...files])),
    question: {
      envelopes: [first, ...others.map(([name]) => name)],
      accounts: files.map(([name]) => name),
      network: known.right,
      protocol,
      closedWorld,
      ...(world.live === undefined || closedWorld ? {} : { live: world.live }),
      ...(signal === undefined ? {} : { signal }),
    },
  })
}

/** What holds for lines that do not say it. */
export const lineDefaults = ({ network }: World): LineDefaults => ({
  protocol: DEFAULT_PROTOCOL,
  network,
  closedWorld: false,
})

/** What a program makes of lines: `ports` has them as the file `lines`. */
export type LineProgram = (
  ports: Ports,
  output: Output,
  defaults: LineDefaults,
) => () => Promise<E.Either<Failures, unknown>>

/** The lines of a batch, answered as `--batch` answers them. */
export const answerBatch =
  (program: LineProgram) =>
  (world: World) =>
  async (body: string): Answered<string> => {
    let text = ''
    const output: Output = {
      write: (more) => {
        text += more
        return Promise.resolve(true)
      },
    }
    const run = await program(portsOf(world, new Map([['lines', body]])), output, lineDefaults(world))()
    return E.map(() => text)(run)
  }
