/**
 * The network's own names for what it decided (xdr `TransactionResultCode`, `OperationResultCode`).
 * Only the codes that authorization and the structure of an envelope can lead to.
 */

/** The code of a whole transaction. */
export type TransactionCode =
  | 'txSUCCESS'
  | 'txFAILED'
  | 'txMISSING_OPERATION'
  | 'txNO_ACCOUNT'
  | 'txBAD_AUTH'
  | 'txBAD_AUTH_EXTRA'
  | 'txNOT_SUPPORTED'
  | 'txMALFORMED'
  | 'txSOROBAN_INVALID'

/** The code of a fee bump that got as far as its inner transaction. */
export type FeeBumpCode = 'txFEE_BUMP_INNER_SUCCESS' | 'txFEE_BUMP_INNER_FAILED'

/** The code that the network reports for an envelope. */
export type ResultCode = TransactionCode | FeeBumpCode

/**
 * The code of one operation. `opSUCCESS` stands for the network's `opINNER`: authorized, and free to
 * fail for reasons of its own.
 */
export type OperationCode = 'opSUCCESS' | 'opBAD_AUTH' | 'opNO_ACCOUNT' | 'opNOT_SUPPORTED'
