/** An account with everything resolved: groups, presets and imports are gone, and each key says where it stands. */
import * as O from 'fp-ts/lib/Option.js'
import {
  nameOf,
  type Place,
  type Policy,
  type PolicyAccount,
  type PolicyKey,
} from '../../advice/policy/index.js'
import { activeSignersOf, networkLabel, type Signer } from '../../kernel/model/index.js'
import { dim, span, strong, type Line } from './styled.js'

const placeText = ({ file, position }: Place): string =>
  `${file}:${String(position.line)}:${String(position.column)}`

const words = (key: PolicyKey): readonly string[] => [
  ...[key.holder, key.role, key.device, key.vendor, key.custody].flatMap((one) =>
    O.isSome(one) ? [one.value] : [],
  ),
  ...key.location,
  ...(O.isSome(key.online) ? [key.online.value ? 'online' : 'offline'] : []),
  ...(O.isSome(key.lost) ? [`lost on ${key.lost.value}`] : []),
]

const groupsOf = ({ groups }: Policy, alias: string): readonly string[] =>
  [...groups.values()].filter(({ members }) => members.includes(alias)).map(({ name }) => name)

const signerLines =
  (policy: Policy, account: PolicyAccount, column: number) =>
  ({ key, weight }: Signer): readonly Line[] => {
    const known = policy.keysByStrkey.get(key.strkey)
    const groups = known === undefined ? [] : groupsOf(policy, known.alias)
    const about = [
      ...(key.strkey === account.account.id ? ['master key'] : []),
      ...(known === undefined ? [] : words(known)),
      ...(groups.length === 0 ? [] : [`in ${groups.join(', ')}`]),
    ]
    const place = account.signerPlaces.get(key.strkey) ?? account.masterPlace
    return [
      [
        strong(`    ${nameOf(policy, key.strkey).padEnd(column)}`),
        span(`  ${String(weight).padStart(3)}  ${about.join(', ')}`),
      ],
      [dim(`      ${key.strkey}  ${placeText(place)}`)],
    ]
  }

/** The account as it counts; its digest is that of the whole policy. */
export const expandedAccount = (policy: Policy, digest: string, one: PolicyAccount): readonly Line[] => {
  const { account, preset, name, place, thresholdPlaces } = one
  const { low, medium, high } = account.thresholds
  const signers = activeSignersOf(account)
  const column = Math.max(0, ...signers.map(({ key }) => nameOf(policy, key.strkey).length))
  return [
    [strong(name), dim(`  ${placeText(place)}`)],
    [span(`  address     ${account.id}`)],
    ...(O.isSome(policy.network) ? [[span(`  network     ${networkLabel(policy.network.value)}`)]] : []),
    ...(O.isSome(preset) ? [[span(`  preset      ${preset.value.preset}`)]] : []),
    [
      span(`  thresholds  low ${String(low)}, medium ${String(medium)}, high ${String(high)}`),
      dim(`  ${placeText(thresholdPlaces.High)}`),
    ],
    [span(`  signers     ${String(signers.length)}, master key ${String(account.masterWeight)}`)],
    ...signers.flatMap(signerLines(policy, one, column)),
    [span(`  files       ${policy.files.join(', ')}`)],
    [span(`  digest      ${digest}`), dim('  of the whole policy')],
    [],
  ]
}
