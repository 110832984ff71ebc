/**
 * ManageData (stellar-core `ManageDataOpFrame.cpp`), as far as it takes and frees sub-entries.
 *
 * Which entries exist is known in a closed world only: there, the ones made since. Elsewhere the
 * operation is taken to succeed and to leave the count as it is.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { toHex, type DataEntry, type ManageData } from '../model/index.js'
import { fail, succeed, type OperationContext, type OperationResult } from './operation-result.js'
import { releaseSubentry, reserveSubentry, sponsorNow } from './sponsorship.js'
import { assuming, find, putState } from './world.js'

/** What is wrong with a ManageData whatever the ledger holds: its name must be printable ASCII. */
export const manageDataFault = ({ name }: ManageData): O.Option<string> =>
  name.length === 0 || name.some((byte) => byte < 0x20 || byte >= 0x7f)
    ? O.some('MANAGE_DATA_INVALID_NAME')
    : O.none

/** Runs a ManageData that has no static fault; `index` is its position, for what must be assumed. */
export const applyManageData = (
  { header, world, source }: OperationContext,
  operation: ManageData,
  index: number,
): OperationResult => {
  const found = find(world, source)
  const state = found._tag === 'Known' ? found.account.state : O.none
  const name = toHex(operation.name)
  const entry = O.isSome(state) ? state.value.data.find((one) => one.name === name) : undefined
  if (entry === undefined && (O.isNone(state) || !world.view.closedWorld))
    return succeed(
      'MANAGE_DATA_SUCCESS',
      assuming(world, { _tag: 'OperationSucceeds', operation: index, type: 'ManageData' }),
    )
  if (O.isNone(operation.value)) {
    if (entry === undefined) return fail('MANAGE_DATA_NAME_NOT_FOUND', world)
    const without = putState(world, source, ({ data }) => ({ data: data.filter((one) => one !== entry) }))
    return succeed('MANAGE_DATA_SUCCESS', releaseSubentry(without, source, entry.sponsor))
  }
  if (entry !== undefined) return succeed('MANAGE_DATA_SUCCESS', world)
  const made: DataEntry = { name, sponsor: sponsorNow(world, source) }
  const reserved = reserveSubentry(header, world, source)
  return E.isLeft(reserved)
    ? fail(reserved.left === 'LowReserve' ? 'MANAGE_DATA_LOW_RESERVE' : reserved.left, world)
    : succeed(
        'MANAGE_DATA_SUCCESS',
        putState(reserved.right, source, ({ data }) => ({ data: [...data, made] })),
      )
}
