/**
 * Names as the network's own XDR files spell them: the library writes all in camel case.
 *
 * `spec/edge/xdr/txrep/names.spec.ts` holds every name that a transaction can reach against the XDR source
 * that the library carries in its comments, so that another version of it cannot go unnoticed.
 */

/** Fields that the library spells otherwise. */
const FIELDS: Readonly<Record<string, string>> = {
  accountId: 'accountID',
  balanceId: 'balanceID',
  configSettingId: 'configSettingID',
  contractIdPreimage: 'contractIDPreimage',
  extendFootprintTtlOp: 'extendFootprintTTLOp',
  hiHi: 'hi_hi',
  hiLo: 'hi_lo',
  liquidityPoolId: 'liquidityPoolID',
  loHi: 'lo_hi',
  loLo: 'lo_lo',
  nonceKey: 'nonce_key',
  offerId: 'offerID',
  sellerId: 'sellerID',
  sponsoredId: 'sponsoredID',
  wasmHash: 'wasm_hash',
}

/** The one type whose fields are in camel case at the source too. */
const CAMEL_CASE = 'ScAddress'

/** A field of a struct, or an arm of a union. */
export const fieldNameOf = (type: string, field: string): string =>
  type !== CAMEL_CASE && Object.hasOwn(FIELDS, field) ? (FIELDS[field] as string) : field

const MEMBERS: Readonly<Record<string, string>> = {
  configSettingFreezeBypassTxes: 'CONFIG_SETTING_FREEZE_BYPASS_TXS',
}

/** A member of an enum: `ENVELOPE_TYPE_TX`. */
export const memberNameOf = (member: string): string =>
  Object.hasOwn(MEMBERS, member)
    ? (MEMBERS[member] as string)
    : member.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase()
