/** Rules about what is said of keys and what is promised: what the examples of their pages do not show. */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import {
  lint,
  RULES,
  type ExampleGiven,
  type Finding,
  type LintInput,
} from '../../../src/advice/lint/index.js'
import { toBase64 } from '../../../src/kernel/model/index.js'
import { messageHash } from '../../../src/kernel/signature/index.js'
import { key } from '../../support/build/key.js'
import { lintInputOf } from '../../support/build/lint-input.js'
import { policyFrom } from '../../support/build/policy.js'

const inputOf = (text: string, given?: ExampleGiven): LintInput => lintInputOf(policyFrom(text), given)

const found = (rule: string, input: LintInput): readonly Finding[] =>
  lint(RULES.filter(({ id }) => id === rule))(input)

const said = (rule: string, text: string, given?: ExampleGiven): readonly string[] =>
  found(rule, inputOf(text, given)).map(({ says }) => says)

type Facts = Readonly<Record<string, string>>

/** An account `firm` of three keys, of which something is said. */
const firm = (facts: Facts, thresholds = '2, medium: 2, high: 2', ...more: readonly string[]): string => {
  const line = (alias: string): string =>
    facts[alias] === undefined ? `  ${alias}: {${alias}}` : `  ${alias}: { key: {${alias}}, ${facts[alias]} }`
  return `quorate: 1
keys:
${['anna', 'bruno', 'carla'].map(line).join('\n')}
accounts:
  firm:
    address: {firm}
    master: 0
    thresholds: { low: ${thresholds} }
    signers: { anna: 1, bruno: 1, carla: 1 }
${more.map((one) => `${one}\n`).join('')}`
}

const all = (fact: string): Facts => ({ anna: fact, bruno: fact, carla: fact })

interface Row {
  readonly says: string
  readonly rule: string
  readonly text: string
  /** Parts of what is found, one each. */
  readonly finds: readonly string[]
}

const LOST = '  - { id: lost, on: firm, claim: { survives: { lose: 1, by: key }, for: high } }'

const ROWS: readonly Row[] = [
  {
    says: 'keys without a vendor count for nobody',
    rule: 'one-vendor',
    text: firm({ anna: 'vendor: ledger' }),
    finds: [],
  },
  {
    says: 'what some keys are enough for is so whatever the others are',
    rule: 'one-vendor',
    text: firm({ anna: 'vendor: ledger', carla: 'vendor: ledger' }),
    finds: ['anna and carla weigh 2, and high takes 2'],
  },
  {
    says: 'the same at medium only',
    rule: 'one-vendor',
    text: firm({ anna: 'vendor: ledger', carla: 'vendor: ledger' }, '2, medium: 2, high: 3'),
    finds: ['is enough for medium of firm'],
  },
  {
    says: 'a key with a copy elsewhere burns nowhere, and is stolen anywhere',
    rule: 'one-location',
    text: firm({ anna: 'location: [office, bank]', bruno: 'location: office' }),
    finds: ['Whoever breaks into office reaches medium and high of firm: anna and bruno weigh 2'],
  },
  {
    says: 'a fire alone',
    rule: 'one-location',
    text: firm({ anna: 'location: office', bruno: 'location: office' }, '3, medium: 3, high: 3'),
    // Each of three is needed: every key locks alone, and other rules tell of that.
    finds: [],
  },
  {
    says: 'all keys online',
    rule: 'hot-keys',
    text: firm(all('online: true')),
    finds: ['All keys of firm are online, and reach medium and high without anybody'],
  },
  {
    says: 'machines that are meant to act',
    rule: 'hot-keys',
    text: firm(
      all('online: true'),
      '2, medium: 2, high: 2',
      'assert:',
      '  - { id: bots, on: firm, claim: { any: 2, of: [anna, bruno, carla], can: high } }',
    ),
    finds: [],
  },
  {
    says: 'nothing is concluded where nobody proves anything',
    rule: 'unproven-keys-only',
    text: firm({}),
    finds: [],
  },
  {
    says: 'one lost key leaves nobody too few',
    rule: 'lost-key',
    text: firm({ carla: 'lost: 2026-05-01' }, '2, medium: 2, high: 3'),
    finds: ['Those who are left weigh 2 of 2 for medium and 2 of 3 for high'],
  },
  {
    says: 'keys that are not in use may be old',
    rule: 'key-rotation',
    text: firm({}).replace('accounts:', '  dora: { key: {dora}, added: 2001-01-01 }\naccounts:'),
    finds: [],
  },
  {
    says: 'months as the policy sets them',
    rule: 'key-rotation',
    text: firm(
      { anna: 'added: 2026-06-21', bruno: 'added: 2026-06-22' },
      '2, medium: 2, high: 2',
      'rules: { key-rotation: { months: 5 } }',
    ),
    finds: ['anna was made on 2026-06-21, 5 months ago or more'],
  },
  {
    says: 'a file of keys is there for others',
    rule: 'unused-name',
    text: 'quorate: 1\nkeys: { anna: {anna} }\n',
    finds: [],
  },
  {
    says: 'a group that only an unused name is in',
    rule: 'unused-name',
    text: firm({}, '2, medium: 2, high: 2', 'groups: { board: [anna, bruno] }'),
    finds: ['Nothing uses the group board'],
  },
  {
    says: 'one person alone is promised nothing, and needs no promise',
    rule: 'no-promise',
    text: 'quorate: 1\naccounts:\n  own: { address: {own}, master: 1, thresholds: { low: 0, medium: 0, high: 0 } }\n',
    finds: [],
  },
  {
    says: 'a promise of another kind is none about loss',
    rule: 'no-promise',
    text: firm({}, '2, medium: 2, high: 2', 'assert:', '  - { id: n, on: firm, claim: { nested: true } }'),
    finds: ['Today it survives 1 lost key at medium and high'],
  },
  {
    says: 'of two that say the same, the later one goes',
    rule: 'redundant-claim',
    text: firm({}, '2, medium: 2, high: 2', 'assert:', LOST, LOST.replace('id: lost', 'id: again')),
    finds: ['again holds wherever lost does'],
  },
  {
    says: 'a claim of one account does not make another one’s redundant',
    rule: 'redundant-claim',
    text: firm(
      {},
      '2, medium: 2, high: 2',
      '  other: { address: {other}, master: 0, thresholds: { low: 1, medium: 1, high: 1 }, signers: { anna: 1, bruno: 1 } }',
      'assert:',
      LOST.replace('on: firm', 'on: other'),
      LOST.replace('id: lost', 'id: both').replace('on: firm', 'on: [firm, other]'),
    ),
    finds: ['lost holds wherever both does'],
  },
]

describe('lint: keys and promises', () => {
  for (const { says, rule, text, finds } of ROWS)
    it(`${rule}: ${says}`, () => {
      const told = said(rule, text)
      expect(told).to.have.lengthOf(finds.length)
      finds.forEach((part, i) => expect(told[i]).to.contain(part))
    })

  const proofOf = (name: string, message: string, by = name): string =>
    `proof: { on: 2026-03-02, message: "${message}", signature: "${toBase64(key(by).sign(messageHash(message)))}" }`

  const proved = (facts: Facts): LintInput => {
    // The keys of these files are those of `support/build/key`, whose secrets are known.
    const text = firm(facts).replace(/\{(anna|bruno|carla)\}/g, (_, name: string) => key(name).id)
    return inputOf(text)
  }

  it('unproven-keys-only: counts who has signed, and nobody else', () => {
    const one = proved({ anna: proofOf('anna', 'anna of firm') })
    expect(found('unproven-keys-only', one).map(({ says }) => says)).to.deep.equal([
      'Only keys that perhaps nobody has reach low, medium and high of firm: without bruno (no proof) and carla (no proof), the others weigh 1, and high takes 2.',
    ])
    const two = proved({ anna: proofOf('anna', 'a'), bruno: proofOf('bruno', 'b') })
    expect(found('unproven-keys-only', two)).to.deep.equal([])
    expect(found('false-proof', two)).to.deep.equal([])
  })

  it('false-proof: finds what somebody else signed, and it counts for nobody', () => {
    const input = proved({ anna: proofOf('anna', 'a'), bruno: proofOf('bruno', 'b', 'mallory') })
    expect(found('false-proof', input).map(({ severity, says }) => `${severity} ${says}`)).to.deep.equal([
      'error The proof of bruno of 2026-03-02 proves nothing: the signature is not one of this message by this key.',
    ])
    expect(found('unproven-keys-only', input)).to.have.lengthOf(1)
  })

  it('shared-key: sees the accounts of other files, and not the same account twice', () => {
    const input = inputOf(firm({}))
    const own = [...input.policy.accounts.values()][0]!
    const other = [...policyFrom(firm({}).replace('{firm}', '{sister}')).accounts.values()][0]!
    const others = [own, other].map(({ name, account }) => ({ file: 'b.quorate.yaml', name, account }))
    expect(
      found('shared-key', { ...input, others }).map(({ severity, says }) => `${severity} ${says}`),
    ).to.deep.equal(['note anna, bruno and carla sign for 2 accounts: firm, firm (b.quorate.yaml).'])
  })

  it('stellar-toml: an account of another policy is no stranger', () => {
    const input = inputOf(firm({}), { listed: ['{firm}', '{sister}'] })
    expect(found('stellar-toml', input)).to.have.lengthOf(1)
    const sister = [...policyFrom(firm({}).replace('{firm}', '{sister}')).accounts.values()][0]!
    const others = [{ file: 'b.quorate.yaml', name: 'sister', account: sister.account }]
    expect(found('stellar-toml', { ...input, others })).to.deep.equal([])
  })

  it('findings about answers never end a check in another way than the answers do', () => {
    const severities = RULES.filter(({ id }) =>
      ['missing-metadata', 'vacuous-claim', 'contradiction'].includes(id),
    ).map(({ id, severity }) => `${id} ${severity}`)
    expect(severities).to.have.members([
      'missing-metadata note',
      'vacuous-claim warning',
      'contradiction warning',
    ])
  })

  it('the same finding has the same evidence after names and lines have changed', () => {
    const before = inputOf(firm(all('online: true, vendor: ledger, location: office')))
    const after = inputOf(
      `# moved\n\n${firm(all('online: true, vendor: ledger, location: office'))}`
        .replace('  firm:', '  company:')
        .replace('  anna: {', '  zoe: {')
        .replace('anna: 1', 'zoe: 1')
        .replaceAll('{zoe}', '{anna}'),
    )
    for (const rule of ['one-vendor', 'one-location', 'hot-keys']) {
      const [one, other] = [found(rule, before), found(rule, after)]
      expect(one, rule).to.have.lengthOf(1)
      expect(other.map(({ evidence }) => evidence)).to.deep.equal(one.map(({ evidence }) => evidence))
    }
  })

  it('no-promise: promises what no promise is called yet, and what holds', () => {
    const text = firm(
      {},
      '2, medium: 2, high: 2',
      'assert:',
      '  - { id: firm-survives-medium-high, on: firm, claim: { nested: true } }',
    )
    const [finding] = found('no-promise', inputOf(text))
    const fix = O.toUndefined(finding!.fix)
    const [edit] = fix!.edits
    const lines = edit?._tag === 'Append' ? edit.yaml : []
    expect(lines.join('\n')).to.contain('id: firm-survives-medium-high-2,')
    const after = inputOf(`${text}${lines.map((line) => `  ${line}\n`).join('')}`)
    expect(after.asserted.flatMap(({ answers }) => answers.map(({ answer }) => answer._tag))).to.deep.equal([
      'Holds',
      'Holds',
      'Holds',
      'Holds',
      'Holds',
    ])
    expect(found('no-promise', after)).to.deep.equal([])
  })
})
