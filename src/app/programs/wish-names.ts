/** Which names a wish may use: those of a policy; or any, where none is given. */
import type { Policy } from '../../advice/policy/index.js'
import type { Meaning, Member, Naming } from '../../edge/source/index.js'

const memberOf =
  ({ keys }: Policy) =>
  (alias: string): Member => {
    const key = keys.get(alias)
    if (key === undefined) throw new Error('invariant: a group of a policy has keys of it')
    return { alias, key: key.key.strkey }
  }

/** Keys and groups of a policy. */
export const namesInPolicy = (policy: Policy): Naming => ({
  names: [...policy.keys.keys(), ...policy.groups.keys()],
  meaningOf: (name): Meaning | undefined => {
    const group = policy.groups.get(name)
    if (group !== undefined) return { _tag: 'Group', members: group.members.map(memberOf(policy)) }
    return policy.keys.has(name) ? { _tag: 'Key', member: memberOf(policy)(name) } : undefined
  },
})

/** Every name is a key of its own. */
export const anyName: Naming = {
  names: [],
  meaningOf: (name) => ({ _tag: 'Key', member: { alias: name, key: name } }),
}
