/** A source that has to be of a network: an account of one has nothing to do with its namesake on another. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  about,
  failure,
  networkLabel,
  type AccountId,
  type Failure,
  type Network,
} from '../../../kernel/model/index.js'
import { quotedName } from '../../../edge/source/index.js'
import type { LedgerSource, SourceAnswer } from '../../ports.js'
import { cancelled } from './http-failure.js'
import { sharedWork, type SharedWork } from './shared-work.js'

const label = (network: Network): string => quotedName(networkLabel(network))

const otherNetwork = (wanted: Network, found: Network): Failure =>
  failure(
    'source-other-network',
    `it is of the network ${label(found)}; what is asked is about ${label(wanted)}`,
    'give the address of a server of the right network',
  )

const cannotTell = (): Failure =>
  failure('source-other-network', 'it does not say of which network it is, and that was to be checked')

/**
 * The same source, which answers only after it has said that it is of the network. It is asked beside the
 * first accounts, and not again once it has said so.
 *
 * Failures: those of the source, of `network` of the source, and `source-other-network`.
 */
export const onNetwork =
  (network: Network) =>
  (source: LedgerSource): LedgerSource => {
    let isProved = false
    let asking: SharedWork<E.Either<Failure, Network>> | undefined

    const check = async (signal: AbortSignal | undefined): Promise<E.Either<Failure, void>> => {
      if (isProved) return E.right(undefined)
      if (source.network === undefined) return E.left(about(source.name)(cannotTell()))
      const ask = source.network
      if (asking === undefined || asking.isAbandoned()) {
        const work = sharedWork((mine) =>
          ask(mine)().finally(() => {
            if (asking === work) asking = undefined
          }),
        )
        asking = work
      }
      const told = await asking.join(signal)
      if (O.isNone(told)) return E.left(about(source.name)(cancelled()))
      if (E.isLeft(told.value)) return told.value
      const found = told.value.right
      if (found.passphrase !== network.passphrase)
        return E.left(about(source.name)(otherNetwork(network, found)))
      isProved = true
      return E.right(undefined)
    }

    const find =
      (id: AccountId, signal?: AbortSignal) => async (): Promise<E.Either<Failure, SourceAnswer>> => {
        const [told, proved] = await Promise.all([source.find(id, signal)(), check(signal)])
        return E.isLeft(proved) ? proved : told
      }

    return { ...source, find }
  }
