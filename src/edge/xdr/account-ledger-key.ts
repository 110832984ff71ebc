/** The key under which the ledger keeps an account (xdr `LedgerKey`), as Stellar RPC is asked for it. */
import { toBase64, type AccountId } from '../../kernel/model/index.js'
import { encodedAccount } from './encode-keys.js'
import { generated } from './generated.js'

/**
 * Base64 of the `LedgerKey` of an account.
 *
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { accountLedgerKey } from 'quorate/edge'
 * import { parseAccountId } from 'quorate/kernel'
 *
 * const id = parseAccountId('GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ')
 * if (E.isRight(id)) console.log(accountLedgerKey(id.right))
 * // => AAAAAAAAAAA/DDS/k60NmXHQTMyQ9wVRHIOKrZc0pKL7DXoD/H/omg==
 * ```
 */
export const accountLedgerKey = (id: AccountId): string =>
  toBase64(
    generated.LedgerKey.account(new generated.LedgerKeyAccount({ accountId: encodedAccount(id) })).toXDR(),
  )
