/** The JSON Schema of policies against the reader: what the schema refuses, the reader refuses too. */
import { Ajv, type ValidateFunction } from 'ajv'
import { expect } from 'chai'
import fc from 'fast-check'
import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { policyDocument, readPolicyPart, readPolicy } from '../../../../src/edge/source/index.js'
import { policySchema } from '../../../generate/policy-schema.js'
import { read, ROOT } from '../../../support/repository.js'
import { TREASURY } from './treasury.js'

const isValid: ValidateFunction = new Ajv({ strict: true, allowUnionTypes: true }).compile(policySchema())

const isRead = (value: unknown): boolean => isRight(readPolicy(JSON.stringify(value), 'a.json'))

/** Every file of the examples that has the name of a policy. */
const EXAMPLES = readdirSync(join(ROOT, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.quorate\.ya?ml$/.test(path))
  .map((path) => `examples/${path.replaceAll('\\', '/')}`)

const treasury = parse(TREASURY) as Record<string, unknown>

type Tree = Readonly<Record<string, unknown>>

/** Changes the treasury at a path; `undefined` takes the entry out. */
const changed = (path: readonly (string | number)[], to: unknown): unknown => {
  const [name, ...rest] = path
  const change = (value: unknown, way: readonly (string | number)[]): unknown => {
    const [step, ...more] = way
    if (step === undefined) return to
    if (Array.isArray(value))
      return value.map((item: unknown, index) => (index === step ? change(item, more) : item))
    const entries = Object.entries({ ...(value as Tree), [step]: change((value as Tree)[step], more) })
    return Object.fromEntries(entries.filter(([, part]) => part !== undefined))
  }
  return change(treasury, [name!, ...rest])
}

/** What the shape shows. */
const SHAPES: readonly (readonly [string, unknown])[] = [
  ['no version', changed(['quorate'], undefined)],
  ['version 2', changed(['quorate'], 2)],
  ['an unknown section', changed(['include'], [])],
  ['no imports in a list', changed(['imports'], [])],
  ['an absolute import', changed(['imports'], ['/etc/x'])],
  ['a network that is none', changed(['network'], 'mainnet')],
  ['a seed-like key', changed(['keys', 'emp-2'], 'SAAA')],
  ['a key without a key', changed(['keys', 'emp-2'], { holder: 'anna' })],
  ['an unknown fact', changed(['keys', 'emp-1', 'holdr'], 'x')],
  ['an empty list of places', changed(['keys', 'emp-1', 'location'], [])],
  ['a custody that is none', changed(['keys', 'emp-1', 'custody'], 'mine')],
  ['a truth as a text', changed(['keys', 'emp-1', 'online'], 'false')],
  ['a short signature', changed(['keys', 'chair-1', 'proof', 'signature'], 'AAAA')],
  ['a name with a capital', changed(['keys', 'Emp'], 'x')],
  ['a group that is a word', changed(['groups', 'chair'], 'chair-1')],
  ['a selector of nothing', changed(['groups', 'employees'], {})],
  ['a weight of 256', changed(['accounts', 'treasury', 'master'], 256)],
  ['a weight as a text', changed(['accounts', 'treasury', 'master'], '1')],
  ['half a weight', changed(['accounts', 'treasury', 'thresholds', 'low'], 0.5)],
  ['a signer of weight 0', changed(['accounts', 'treasury', 'signers', 'chair'], 0)],
  ['no thresholds', changed(['accounts', 'treasury', 'thresholds'], undefined)],
  ['a preset beside weights', changed(['accounts', 'petty-cash', 'master'], 1)],
  ['a preset that is none', changed(['accounts', 'petty-cash', 'preset'], 'm-of-m')],
  ['a claim of two forms', changed(['assert', 0, 'claim', 'cannot'], 'low')],
  ['a claim of no form', changed(['assert', 0, 'claim'], { any: 1, of: 'chair' })],
  ['any 0', changed(['assert', 0, 'claim', 'any'], 0)],
  ['a level that is none', changed(['assert', 0, 'claim', 'can'], 'set_options')],
  ['a unit that is none', changed(['assert', 5, 'claim', 'survives', 'by'], 'people')],
  ['nested: false', changed(['assert', 24, 'claim', 'nested'], false)],
  ['a decimal fraction', changed(['assert', 20, 'claim', 'power', 'at-most'], 0.25)],
  ['a test without an end', changed(['tests', 0, 'expect'], undefined)],
  ['a test of both kinds', changed(['tests', 0, 'envelope'], 'a.xdr')],
  ['an ignore without a reason', changed(['ignore', 0, 'reason'], undefined)],
  ['a rule that is none', changed(['ignore', 0, 'rule'], 'secret-seed')],
  ['a number out of range', changed(['rules', 'key-rotation', 'months'], 0)],
]

/** What only the reader sees. */
const MEANINGS: readonly (readonly [string, unknown])[] = [
  ['a wrong checksum', changed(['keys', 'emp-2'], `G${'A'.repeat(55)}`)],
  ['a day that is none', changed(['keys', 'chair-1', 'added'], '2026-02-30')],
  ['a key by two names', changed(['keys', 'other'], (treasury['keys'] as Tree)['emp-2'])],
  ['a name that nobody has', changed(['groups', 'chair'], ['chair-9'])],
  ['a key in a group twice', changed(['groups', 'everybody'], ['chair', 'chair-1', 'employees'])],
  ['groups that contain each other', changed(['groups', 'chair'], ['everybody'])],
  ['a group with the name of a key', changed(['groups', 'petty'], ['emp-1'])],
  ['a signer by two groups', changed(['accounts', 'treasury', 'signers', 'everybody'], 1)],
  ['a preset of more than there are', changed(['accounts', 'petty-cash', 'with', 'm'], 9)],
  ['an account that is not there', changed(['assert', 0, 'on'], 'trasury')],
  ['a pattern that matches nothing', changed(['assert', 0, 'on'], 'x*')],
  ['an id twice', changed(['assert', 0, 'id'], 'nested')],
  ['one level twice', changed(['assert', 0, 'claim', 'can'], ['medium', 'payment'])],
  ['bounds that cross', changed(['assert', 9, 'claim', 'signatures', 'at-most'], 1)],
  ['a fraction above 1', changed(['assert', 20, 'claim', 'power', 'at-most'], '5/4')],
  ['a missing weight of what is allowed', changed(['tests', 0, 'expect'], 'allow')],
  ['an envelope outside', changed(['tests', 2, 'envelope'], '../a.xdr')],
]

describe('source: schema of policies', () => {
  it('takes the treasury, and so does the reader', () => {
    expect(isValid(treasury), JSON.stringify(isValid.errors)).to.equal(true)
    expect(isRead(treasury)).to.equal(true)
    expect(isRight(readPolicy(TREASURY, 'a.yaml'))).to.equal(true)
  })

  it('is the one that the codecs say', () => {
    expect(isRight(policyDocument.decode(treasury))).to.equal(true)
    for (const [name, value] of SHAPES) expect(isLeft(policyDocument.decode(value)), name).to.equal(true)
    for (const [name, value] of MEANINGS) expect(isRight(policyDocument.decode(value)), name).to.equal(true)
  })

  for (const path of EXAMPLES)
    it(`takes ${path}`, () => {
      expect(isValid(parse(read(path))), JSON.stringify(isValid.errors)).to.equal(true)
      expect(isRight(readPolicyPart(read(path), path))).to.equal(true)
    })

  for (const [name, value] of SHAPES)
    it(`refuses ${name}, and so does the reader`, () => {
      expect(isValid(value)).to.equal(false)
      expect(isRead(value)).to.equal(false)
    })

  for (const [name, value] of MEANINGS)
    it(`cannot see ${name}, and the reader can`, () => {
      expect(isValid(value), JSON.stringify(isValid.errors)).to.equal(true)
      expect(isRead(value)).to.equal(false)
    })

  it('never refuses what the reader reads', () => {
    const refused = { both: 0, reader: 0 }
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 2, maxLength: 12 }), mutation, (way, mutate) => {
        const value = mutated(treasury, way, mutate)
        const valid = isValid(value)
        if (valid !== isRight(policyDocument.decode(value))) throw new Error('schema and codec differ')
        if (isRead(value)) return valid
        refused[valid ? 'reader' : 'both']++
        return true
      }),
      { numRuns: 160 },
    )
    // Both kinds of refusals were met.
    expect(refused.both).to.be.above(40)
    expect(refused.reader).to.be.above(3)
  })
})

type Mutation =
  | { readonly how: 'drop' }
  | { readonly how: 'rename'; readonly to: string }
  | { readonly how: 'set'; readonly to: unknown }

const VALUES = [
  null,
  true,
  false,
  0,
  1,
  2,
  256,
  -1,
  1.5,
  '',
  '1',
  'medium',
  'chair',
  'emp-1',
  'treasury',
  'base',
  'payment',
  '*',
  '1/3',
  '2026-01-01',
  [],
  {},
  ['chair'],
  ['emp-1', 'emp-2'],
  [[]],
  { any: 1, of: 'chair' },
]
const NAMES = [
  'x',
  'X',
  'key',
  'any',
  'of',
  'all',
  'for',
  'can',
  'cannot',
  'master',
  'emp-9',
  'holder',
  'on',
  'id',
  'missing',
  'signed',
  'preset',
  '$schema',
]

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.constant<Mutation>({ how: 'drop' }),
  fc.constantFrom(...NAMES).map((to): Mutation => ({ how: 'rename', to })),
  fc.constantFrom(...VALUES).map((to): Mutation => ({ how: 'set', to })),
)

/** Walks down as the numbers say, and changes the entry where they end. */
const mutated = (value: unknown, [step = 0, ...rest]: readonly number[], mutate: Mutation): unknown => {
  if (typeof value !== 'object' || value === null) return mutate.how === 'set' ? mutate.to : value
  const isList = Array.isArray(value)
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value)
  if (entries.length === 0) return mutate.how === 'set' ? mutate.to : value
  const at = step % entries.length
  const [name, part] = entries[at]!
  const isEnd = rest.length === 0 || typeof part !== 'object' || part === null
  const next: readonly (readonly [string, unknown])[] = !isEnd
    ? [[name, mutated(part, rest, mutate)]]
    : mutate.how === 'drop'
      ? []
      : [mutate.how === 'rename' ? [mutate.to, part] : [name, mutate.to]]
  const all = [...entries.slice(0, at), ...next, ...entries.slice(at + 1)]
  return isList ? all.map(([, one]) => one) : Object.fromEntries(all)
}
