/** How far each requirement is: what is needed, what there is, by whom, and who could add to it. */
import type { ListName, Progress } from '../../../../advice/select/index.js'
import type { OperationRequirement } from '../../../../kernel/engine/index.js'
import type { Signer } from '../../../../kernel/model/index.js'
import { paragraph, row, type Block, type Cell } from '../../layout.js'
import { keyLabel, type Names } from '../../names.js'
import { dim, good, span, strong, unbroken, warn, type Span } from '../../styled.js'
import { levelOf, subjectText } from '../../text/requirements.js'

interface Group {
  readonly progress: Progress
  readonly operations: readonly OperationRequirement[]
}

const keyOf = ({ list, requirement, needed, reached }: Progress, index: number): string =>
  requirement._tag === 'Operation'
    ? [list, requirement.account, requirement.level, needed, reached].join(' ')
    : String(index)

const groupsOf = (progress: readonly Progress[]): readonly Group[] => {
  const groups = new Map<string, { progress: Progress; operations: OperationRequirement[] }>()
  for (const [index, one] of progress.entries()) {
    const key = keyOf(one, index)
    const group = groups.get(key) ?? { progress: one, operations: [] }
    groups.set(key, group)
    if (one.requirement._tag === 'Operation') group.operations.push(one.requirement)
  }
  return [...groups.values()]
}

const cells = (needs: Span, has: Span): readonly Cell[] => [
  { span: needs, width: 8 },
  { span: has, width: 6 },
]

const weighed = (names: Names, signers: readonly Signer[]): string =>
  signers.map(({ key, weight }) => unbroken(`${keyLabel(names)(key)} ${String(weight)}`)).join(', ')

const detail = (text: string): Block => paragraph(6, 8, span(text))

const groupBlocks = (
  names: Names,
  { progress, operations }: Group,
  lost: ReadonlySet<string>,
): readonly Block[] => {
  const { requirement, needed, reached, isMet, preAuthorized, signed, wanting } = progress
  const able = wanting.filter(({ key }) => !lost.has(key.strkey))
  const gone = wanting.filter(({ key }) => lost.has(key.strkey))
  const subject = `${subjectText(requirement, operations)} · ${levelOf(names, requirement)}`
  return [
    row(
      2,
      4,
      [isMet ? good('✓') : warn('…'), span(` ${subject}`)],
      cells(span(String(needed)), isMet ? good(String(reached)) : warn(String(reached))),
    ),
    ...(preAuthorized.length === 0
      ? []
      : [detail(`${weighed(names, preAuthorized)} (authorized in advance)`)]),
    ...(signed.length === 0 ? [] : [detail(weighed(names, signed))]),
    ...(isMet || able.length === 0 ? [] : [detail(`can sign: ${weighed(names, able)}`)]),
    ...(isMet || gone.length === 0 ? [] : [detail(`called lost: ${weighed(names, gone)}`)]),
  ]
}

const TITLES: Readonly<Record<ListName, string>> = {
  transaction: 'Progress',
  'fee-bump': 'Progress of the fee bump',
  inner: 'Progress of the inner transaction',
}

/** The requirements of one list under a heading with the columns' names; nothing where there are none. `lost` are StrKeys
 * that a file calls so. */
export const progressBlocks = (
  names: Names,
  progress: readonly Progress[],
  list: ListName,
  lost: ReadonlySet<string>,
): readonly Block[] => {
  const groups = groupsOf(progress.filter((one) => one.list === list))
  return groups.length === 0
    ? []
    : [
        row(0, 2, [strong(TITLES[list])], cells(dim('needs'), dim('has'))),
        ...groups.flatMap((group) => groupBlocks(names, group, lost)),
      ]
}
