/**
 * Which Ed25519 backend this process uses: the fastest that is there and passes the self-test.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { selfTested, tweetnacl, type Ed25519 } from '../../kernel/signature/index.js'
import { nodeCrypto } from './node-crypto.js'
import { sodiumNative } from './sodium-native.js'

/** Every backend that this platform has, fastest first, not yet tested. */
export const availableBackends = (): readonly Ed25519[] => [
  ...O.match<Ed25519, Ed25519[]>(
    () => [],
    (sodium) => [sodium],
  )(sodiumNative()),
  nodeCrypto(),
  tweetnacl,
]

let chosen: O.Option<Ed25519> = O.none

/**
 * The backend of this process. Chosen, and self-tested, when it is first asked for.
 *
 * Throws where not even the portable backend decides as the network does: then nothing that this
 * process said could be trusted.
 */
export const ed25519 = (): Ed25519 => {
  if (O.isSome(chosen)) return chosen.value
  for (const backend of availableBackends()) {
    const tested = selfTested(backend)
    if (E.isRight(tested)) {
      chosen = O.some(tested.right)
      return tested.right
    }
  }
  throw new Error('invariant: no Ed25519 backend passes the self-test')
}
