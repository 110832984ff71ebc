/**
 * What a policy may not hold: each row is a text, the codes of its faults with the text that stands where
 * each is, and what is said of the first.
 */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { readPolicy } from '../../../../src/edge/source/index.js'
import type { Failure } from '../../../../src/kernel/model/index.js'
import { policyText } from '../../../support/build/policy.js'
import { SEED } from '../keys.js'
import { failuresOf, place, words } from '../told.js'

/** Name, text, `code: text at the place` of all failures, and what the first of them says. */
type Row = readonly [name: string, text: string, places: readonly string[], ...says: readonly string[]]

const codeOf = (expected: string): string => expected.slice(0, expected.indexOf(':'))

/** The text of a line from where a failure is. */
const fromPlace = (text: string, { position }: Failure): string => {
  if (O.isNone(position)) return ''
  const { line, column } = position.value
  return (text.split('\n')[line - 1] ?? '').slice(column - 1)
}

const HEAD = policyText(`quorate: 1
keys: { anna: {anna}, bruno: {bruno}, carla: {carla}, safe: {safe}, till: {till} }
groups: { team: [anna, bruno], nobody: { match: "x-*" } }
accounts:
  safe: { address: safe, master: 0, signers: { team: 1 }, thresholds: { low: 1, medium: 1, high: 2 } }
`)

const after = (line: string): string => `${HEAD}${policyText(line)}\n`
const keys = (fields: string): string => policyText(`quorate: 1\nkeys:\n  a: { key: {a}, ${fields} }\n`)
const groups = (list: string): string =>
  policyText(`quorate: 1\nkeys: { a: {a}, b: {b}, c: { key: {c}, holder: ann } }\ngroups: { ${list} }\n`)
const account = (text: string): string => after(`  till: { address: till, ${text} }`)
const signers = (list: string): string =>
  account(`master: 0, thresholds: { low: 1, medium: 1, high: 1 }, signers: { ${list} }`)
const claim = (text: string): string => after(`assert:\n- { id: x, on: safe, claim: { ${text} } }`)
const test = (text: string): string => after(`tests:\n- { name: x, on: safe, ${text} }`)
const ignore = (text: string): string => after(`ignore:\n- { ${text} }`)

const FACTS: readonly Row[] = [
  ['a day that is none', keys('added: 2026-02-30'), ['bad-day: 2026-02-30'], '`2026-02-30`', 'no such day'],
  ['the 29th of a common year', keys('lost: 2100-02-29'), ['bad-day: 2100-02-29']],
  ['a day in other words', keys('added: 1.3.2026'), ['bad-day: 1.3.2026'], 'as in `2026-03-01`'],
  [
    'a key lost before it was added',
    keys('added: 2026-03-01, lost: 2026-02-28'),
    ['bad-day: 2026-02-28'],
    'before',
  ],
  [
    'custody that is none',
    keys('custody: escrw'),
    ['unknown-word: escrw'],
    'did you mean `escrow`?',
    '`kms`',
  ],
  ['online that is neither', keys('online: yes'), ['wrong-shape: yes'], '`true` or `false`'],
  ['online in quotes', keys('online: "true"'), ['wrong-shape: "true"'], 'in quotes'],
  ['a role of two words', keys('role: "a b"'), ['bad-word: "a b"']],
  ['a proof that is a text', keys('proof: yes'), ['wrong-shape: yes'], '`on`, `message` and `signature`'],
  ['a proof without anything', keys('proof: {}'), ['missing-key: {', 'missing-key: {', 'missing-key: {']],
  [
    'a signature of three bytes',
    keys('proof: { on: 2026-03-02, message: hello, signature: AAAA }'),
    ['bad-proof: AAAA'],
    '3 bytes; expected 64',
  ],
  [
    'a signature that is no base64',
    keys('proof: { on: 2026-03-02, message: hello, signature: "?" }'),
    ['bad-proof: "?"'],
    'no base64',
  ],
  [
    'a misspelt fact',
    keys('custdy: self'),
    ['unknown-key: custdy: self'],
    'did you mean `custody`?',
    '`proof`',
  ],
]

const GROUPS: readonly Row[] = [
  ['a name of a key', groups('a: [b]'), ['name-clash: a: [b'], '`a` is the name of a group, and of a key'],
  ['nobody by that name', groups('g: [a, d]'), ['undefined-alias: d'], '`d`', 'group `g`'],
  ['almost a name', groups('group: [a], g: [gruop]'), ['undefined-alias: gruop'], 'did you mean `group`?'],
  ['a key twice', groups('g: [a, a]'), ['member-twice: a'], 'key `a` is in group `g` twice'],
  ['a key by itself and by a group', groups('g: [a], h: [g, a]'), ['member-twice: a']],
  ['itself', groups('g: [g]'), ['group-cycle: g: [g'], '`g` → `g`'],
  ['a circle of three', groups('g: [h], h: [i], i: [g]'), ['group-cycle: g: [h'], '`g` → `h` → `i` → `g`'],
  ['a word', groups('g: a'), ['wrong-shape: a'], 'a list of names, or a selector', '`[]`'],
  ['a key itself', groups('g: [{a}]'.replace('{a}', '"*"')), ['undefined-alias: "*"']],
  ['an empty selector', groups('g: {}'), ['wrong-shape: {'], 'at least one condition'],
  [
    'a misspelt condition',
    groups('g: { holdr: ann }'),
    ['unknown-key: holdr: ann'],
    'did you mean `holder`?',
  ],
  ['a pattern of another kind', groups('g: { match: "a?" }'), ['bad-pattern: "a?"'], 'only `*` is special'],
  ['a custody that is none', groups('g: { custody: me }'), ['unknown-word: me']],
  [
    '17 groups in each other',
    groups(Array.from({ length: 18 }, (_, i) => `g${i}: [${i < 17 ? `g${i + 1}` : 'a'}]`).join(', ')),
    ['too-deep: g16: [g17'],
    'nested more than 16 deep',
  ],
  ['a bad name', groups('G: [a]'), ['bad-name: G: [a'], 'a group'],
  [
    '251 groups',
    groups(Array.from({ length: 251 }, (_, i) => `g${i}: []`).join(', ')),
    ['too-large: g250: ['],
    '251 groups',
  ],
]

const ACCOUNTS: readonly Row[] = [
  [
    'a key by itself and by a group',
    signers('anna: 1, team: 1'),
    ['signer-twice: team: 1'],
    'key `anna` has a weight by `anna` and by `team`',
  ],
  [
    'the master key by a group',
    HEAD.replace('team: [anna, bruno]', 'team: [anna, safe]'),
    ['master-among-signers: team: 1'],
    'through group `team`',
  ],
  ['a group of weight 0', signers('team: 0'), ['signer-weight-zero: 0']],
  [
    'a misspelt group',
    signers('taem: 1'),
    ['undefined-alias: taem: 1'],
    'no key or group is named `taem`',
    'did you mean `team`?',
  ],
  [
    'a group as the address',
    after('  x: { address: team, master: 0, thresholds: { low: 1, medium: 1, high: 1 } }'),
    ['not-an-account: team'],
  ],
  [
    'a field of another world',
    account('owner: anna'),
    ['missing-key: till: { address: till', 'missing-key: till: { address: till', 'unknown-key: owner: anna'],
    '`master`',
  ],
  [
    'an unknown preset',
    account('preset: m-of-m, with: { keys: [anna] }'),
    ['unknown-preset: m-of-m'],
    'did you mean `m-of-n`?',
  ],
  [
    'weights beside a preset',
    account('preset: m-of-n, with: { keys: [anna] }, master: 1'),
    ['beside-preset: master: 1'],
    '`master` stands beside `preset`',
  ],
  [
    '`with` without a preset',
    account('master: 1, thresholds: { low: 1, medium: 1, high: 1 }, with: {}'),
    ['unknown-key: with: {'],
  ],
  [
    'a number that the preset has not',
    account('preset: m-of-n, with: { keys: [anna], n: 1 }'),
    ['unknown-key: n: 1'],
    'allowed here: `keys`, `master`, `m`, `high`',
  ],
  [
    'more than there are',
    account('preset: m-of-n, with: { keys: [anna, bruno], m: 3 }'),
    ['parameter-out-of-range: with: { keys: [anna'],
    '`m` is `3`',
  ],
  ['a preset without keys', account('preset: m-of-n'), ['too-few-keys: preset: m-of-n'], 'none is given'],
  [
    'a key twice',
    account('preset: m-of-n, with: { keys: [team, anna] }'),
    ['member-twice: anna'],
    'key `anna` is given',
  ],
  [
    'the master key among the keys',
    account('preset: m-of-n, with: { keys: [anna, till] }'),
    ['master-among-signers: till'],
  ],
  [
    'nobody by that name',
    account('preset: m-of-n, with: { keys: [ann] }'),
    ['undefined-alias: ann'],
    'did you mean `anna`?',
  ],
  [
    'a preset without an address',
    after('  x: { preset: m-of-n, with: { keys: [anna] } }'),
    ['missing-key: x: { preset: m-of-n'],
    '`address`',
  ],
  [
    'a group with a name of an account is fine, a key is not',
    after('  anna: { address: till, master: 0, thresholds: { low: 0, medium: 0, high: 0 } }'),
    ['name-clash: anna: { address: till'],
  ],
]

const CLAIMS: readonly Row[] = [
  [
    'no claim',
    after('assert:\n- { id: x, on: safe }'),
    ['missing-key: { id: x'],
    '`claim` is missing in assertion 1',
  ],
  ['a claim that is a word', after('assert:\n- { id: x, on: safe, claim: safe }'), ['wrong-shape: safe']],
  ['an empty list', after('assert: []'), ['wrong-shape: ['], 'empty list', 'leave it out'],
  ['a map in place of a list', after('assert: { id: x }'), ['wrong-shape: { id: x'], 'a list of assertions'],
  [
    'an id of two words',
    after('assert:\n- { id: "a b", on: safe, claim: { nested: true } }'),
    ['bad-word: "a b"'],
    'the id of assertion 1',
  ],
  [
    'an id twice',
    after(
      'assert:\n- { id: x, on: safe, claim: { nested: true } }\n- { id: x, on: safe, claim: { nested: true } }',
    ),
    ['name-twice: { id: x'],
    '`x` is the id of two entries',
    'entry 1',
  ],
  [
    'an account that is not there',
    after('assert:\n- { id: x, on: saef, claim: { nested: true } }'),
    ['undefined-account: saef'],
    'did you mean `safe`?',
  ],
  [
    'a pattern that matches nothing',
    after('assert:\n- { id: x, on: "q*", claim: { nested: true } }'),
    ['matches-nothing: "q*"'],
    '`q*`',
  ],
  [
    'an account twice',
    after('assert:\n- { id: x, on: [safe, safe], claim: { nested: true } }'),
    ['word-twice: safe'],
  ],
  ['nothing in it', claim(''), ['unknown-claim: {'], 'nothing in it', '`not-looser-than`'],
  ['no form', claim('kan: medium'), ['unknown-claim: { kan: medium'], 'did you mean `can`?'],
  [
    'two forms',
    claim('any: 1, of: team, can: low, cannot: high'),
    ['several-claims: cannot: high'],
    '`can`, `cannot`',
  ],
  [
    'an entry of another form',
    claim('proper: medium, for: high'),
    ['unknown-key: for: high'],
    'allowed here: `proper`',
  ],
  [
    'no level',
    claim('survives: { lose: 1, by: key }'),
    ['missing-key: { survives: { lose: 1'],
    '`for` is missing',
    '`for: medium`',
  ],
  ['an unknown level', claim('proper: mediun'), ['unknown-level: mediun'], 'did you mean `medium`?'],
  [
    'an operation in the spelling of the protocol',
    claim('proper: AccountMerge'),
    ['unknown-level: AccountMerge'],
    'did you mean `account_merge`?',
  ],
  [
    'set_options alone',
    claim('proper: set_options'),
    ['which-set-options: set_options'],
    '`set_options.signers`',
  ],
  [
    'a level twice',
    claim('proper: [medium, payment]'),
    ['level-twice: payment'],
    '`medium` and `payment` need the same level (medium)',
  ],
  ['no level in a list', claim('proper: []'), ['wrong-shape: ['], 'empty list'],
  ['any 0', claim('any: 0, of: team, can: low'), ['count-out-of-range: 0'], '1 to 1000'],
  ['any one and a half', claim('any: 1.5, of: team, can: low'), ['count-not-a-number: 1.5']],
  ['any in quotes', claim('any: "1", of: team, can: low'), ['count-not-a-number: "1"'], 'without quotes'],
  [
    'any of nobody known',
    claim('any: 1, of: taem, can: low'),
    ['undefined-alias: taem'],
    'did you mean `team`?',
  ],
  [
    'any of a list that names somebody twice',
    claim('any: 1, of: [team, anna], can: low'),
    ['member-twice: anna'],
    'key `anna`',
  ],
  ['any of no list', claim('any: 1, of: [], can: low'), ['wrong-shape: ['], 'empty list'],
  ['any without of', claim('any: 1, can: low'), ['wrong-shape: { any: 1'], 'has only `any`'],
  ['any beside all', claim('any: 1, of: team, all: [anna], can: low'), ['wrong-shape: { any: 1']],
  ['a group as a key', claim('key: team, can: low'), ['not-a-key: team'], '`{ any: 1, of: team }`'],
  [
    'a key beside any',
    claim('key: anna, any: 1, of: team, can: low'),
    ['wrong-shape: any: 1'],
    '`key` and `any`',
  ],
  [
    'a group among formulas',
    claim('any: 1, of: [team, { any: 1, of: team }], can: low'),
    ['ambiguous-group: team'],
    '`{ all: [team] }` or `{ any: 1, of: team }`',
  ],
  [
    'a formula of another world',
    claim('every: low, has: { not: anna }'),
    ['unknown-key: not: anna'],
    '`any`, `of`, `all`',
  ],
  ['a formula that is a list', claim('every: low, has: [anna]'), ['wrong-shape: [anna'], 'a list'],
  [
    'a key that is written out',
    claim('any: 1, of: {anna}, can: low'.replace('{anna}', '"GABC"')),
    ['undefined-alias: "GABC"'],
  ],
  ['a need of a group', claim('needs: team, for: low'), ['not-a-key: team']],
  [
    'a unit that is none',
    claim('survives: { lose: 1, by: hodler }, for: low'),
    ['unknown-word: hodler'],
    'did you mean `holder`?',
    '`location`',
  ],
  [
    'a theft that is lost',
    claim('withstands: { lose: 1, by: key }, for: low'),
    ['missing-key: { lose: 1', 'unknown-key: lose: 1'],
    '`steal`',
  ],
  ['a recovery at a level', claim('recovers: { steal: 1, by: key }, for: low'), ['unknown-key: for: low']],
  [
    'signatures without bounds',
    claim('signatures: {}, for: low'),
    ['missing-key: {'],
    '`at-least`, `at-most` or both',
  ],
  [
    'bounds that cross',
    claim('signatures: { at-least: 3, at-most: 2 }, for: low'),
    ['bounds-crossed: { at-least: 3'],
  ],
  [
    'a fraction as a decimal',
    claim('power: { of: anna, index: banzhaf, at-most: 0.25 }, for: low'),
    ['bad-fraction: 0.25'],
    '`1/4`',
  ],
  [
    'a fraction above 1',
    claim('power: { of: anna, index: banzhaf, at-most: 5/4 }, for: low'),
    ['bad-fraction: 5/4'],
    'from 0 to 1',
  ],
  [
    'a fraction of nothing',
    claim('power: { of: anna, index: banzhaf, at-most: 1/0 }, for: low'),
    ['bad-fraction: 1/0'],
  ],
  [
    'an index that is none',
    claim('power: { of: anna, index: shapley, at-most: 1/2 }, for: low'),
    ['unknown-word: shapley'],
    '`shapley-shubik`',
  ],
  [
    'a group that has power',
    claim('power: { of: team, index: banzhaf, at-most: 1/2 }, for: low'),
    ['not-a-key: team'],
  ],
  [
    'an account to compare with that is not there',
    claim('equals: sfae'),
    ['undefined-account: sfae'],
    'did you mean `safe`?',
  ],
  [
    'three sides',
    claim('no-deadlock: { between: [anna, bruno, carla] }, for: low'),
    ['wrong-shape: [anna'],
    'two sides',
  ],
  [
    'one key on both sides',
    claim('no-deadlock: { between: [anna, team] }, for: low'),
    ['member-twice: team'],
    'both sides',
  ],
  ['a group that ranks', claim('ranks: [anna, team], for: low'), ['not-a-key: team']],
  ['nested: false', claim('nested: false'), ['wrong-shape: false'], 'expected `true`'],
]

const MANY = policyText(
  `quorate: 1\nkeys: { ${Array.from({ length: 251 }, (_, i) => `k${i}: {k${i}}`).join(', ')} }\ngroups: { all: { match: "*" } }\naccounts: { a: { address: k0, master: 1, thresholds: { low: 0, medium: 0, high: 0 } } }\n`,
)

const LIMITS: readonly Row[] = [
  [
    'a claim of 251 keys',
    `${MANY}assert: [{ id: x, on: a, claim: { any: 1, of: all, can: low } }]`,
    ['too-large: all'],
    'more than 250 keys',
  ],
  [
    'a formula of 251 keys',
    `${MANY}assert: [{ id: x, on: a, claim: { every: low, has: { all: [${Array.from({ length: 251 }, () => 'k1').join(', ')}] } } }]`,
    ['too-large: [k1'],
  ],
  [
    '251 names of accounts',
    `${MANY}assert: [{ id: x, on: [${Array.from({ length: 251 }, () => 'a').join(', ')}], claim: { nested: true } }]`,
    ['too-large: [a'],
    'a pattern',
  ],
  [
    'a group of 251 signers',
    `${MANY}  # none\n`.replace('master: 1,', 'master: 1, signers: { all: 1 },'),
    ['too-many-signers: all: 1'],
    '251 signers',
  ],
]

const TESTS: readonly Row[] = [
  ['nothing expected', test('signed: [anna], op: payment'), ['missing-key: { name: x'], '`expect`'],
  [
    'something else expected',
    test('signed: [anna], op: payment, expect: allowed'),
    ['unknown-word: allowed'],
    'did you mean `allow`?',
  ],
  [
    'nothing done',
    test('signed: [anna], expect: deny'),
    ['missing-key: { name: x'],
    '`signed` and `op`, or `envelope`',
  ],
  [
    'an envelope that somebody signs',
    test('signed: [anna], envelope: a.xdr, expect: deny'),
    ['missing-key: { name: x'],
  ],
  [
    'an account that is not there',
    test('signed: [anna], op: payment, expect: deny').replace('on: safe', 'on: sfe'),
    ['undefined-account: sfe'],
  ],
  [
    'a pattern of accounts',
    test('signed: [anna], op: payment, expect: deny').replace('on: safe', 'on: "*"'),
    ['undefined-account: "*"'],
  ],
  ['somebody unknown', test('signed: [anna, ann], op: payment, expect: deny'), ['undefined-alias: ann']],
  [
    'a level in place of an operation',
    test('signed: [anna], op: medium, expect: deny'),
    ['unknown-operation: medium'],
    'one operation',
  ],
  [
    'set_options alone',
    test('signed: [anna], op: set_options, expect: deny'),
    ['which-set-options: set_options'],
  ],
  [
    'weight that is missing where it is allowed',
    test('signed: [anna], op: payment, expect: allow, missing: 1'),
    ['wrong-shape: missing: 1'],
    'nothing is missing',
  ],
  [
    'nothing that is missing',
    test('signed: [anna], op: payment, expect: deny, missing: 0'),
    ['count-out-of-range: 0'],
  ],
  [
    'an envelope outside',
    test('envelope: ../a.xdr, expect: deny'),
    ['envelope-outside: ../a.xdr'],
    'below the folder',
  ],
  ['an envelope with a root', test('envelope: /a.xdr, expect: deny'), ['envelope-outside: /a.xdr']],
  [
    'an envelope of a network',
    test('envelope: "https://x/a.xdr", expect: deny'),
    ['envelope-outside: "https://x/a.xdr"'],
  ],
  [
    'a name of two lines',
    test('signed: [anna], op: payment, expect: deny').replace('name: x', 'name: "a\\nb"'),
    ['bad-sentence: "a\\nb"'],
  ],
  [
    'a name twice',
    `${test('signed: [anna], op: payment, expect: deny')}- { name: x, on: safe, signed: [], op: payment, expect: deny }\n`,
    ['name-twice: { name: x'],
  ],
]

const IGNORES: readonly Row[] = [
  ['no reason', ignore('rule: one-vendor'), ['missing-key: { rule: one-vendor'], '`reason`'],
  ['an empty reason', ignore('rule: one-vendor, reason: ""'), ['wrong-shape: ""']],
  ['a day that is none', ignore('rule: one-vendor, reason: x, until: 2026-13-01'), ['bad-day: 2026-13-01']],
  [
    'a rule that is none',
    ignore('rule: one-vendr, reason: x'),
    ['unknown-rule: one-vendr'],
    'did you mean `one-vendor`?',
  ],
  ['what the reader keeps', ignore('rule: secret-seed, reason: x'), ['unknown-rule: secret-seed']],
  [
    'an account that is not there',
    ignore('rule: one-vendor, on: safee, reason: x'),
    ['undefined-account: safee'],
  ],
  [
    'numbers of a rule that is none',
    after('rules: { key-rotaton: { months: 1 } }'),
    ['unknown-rule: key-rotaton: { months: 1'],
    'did you mean `key-rotation`?',
  ],
  [
    'a number that a rule has not',
    after('rules: { key-rotation: { moths: 1 } }'),
    ['unknown-key: moths: 1'],
    'did you mean `months`?',
  ],
  ['a number out of range', after('rules: { key-rotation: { months: 0 } }'), ['number-out-of-range: 0']],
  [
    'a number that is none',
    after('rules: { key-rotation: { months: many } }'),
    ['number-not-a-number: many'],
  ],
  ['no numbers', after('rules: { key-rotation: {} }'), ['wrong-shape: key-rotation: {'], 'leave it out'],
  ['a section of another world', after('include: [x]'), ['unknown-key: include: [x'], '`imports`'],
]

const IMPORTS: readonly Row[] = [
  [
    '101 files',
    `quorate: 1\nimports: [${Array.from({ length: 101 }, (_, i) => `f${i}`).join(', ')}]`,
    ['too-large: [f0'],
  ],
  ['one file, without brackets', 'quorate: 1\nimports: a.yaml', ['wrong-shape: a.yaml'], 'a list of files'],
  ['nothing', 'quorate: 1\nimports: []', ['wrong-shape: ['], 'empty list'],
  [
    'a path with a root',
    'quorate: 1\nimports: [/etc/a.yaml]',
    ['import-outside: /etc/a.yaml'],
    'no relative path',
  ],
  ['a path of home', 'quorate: 1\nimports: [~/a.yaml]', ['import-outside: ~/a.yaml']],
  ['a path of Windows', 'quorate: 1\nimports: ["C:/a.yaml"]', ['import-outside: "C:/a.yaml"']],
  [
    'a path with backslashes',
    'quorate: 1\nimports: ["a\\\\b.yaml"]',
    ['bad-path: "a\\\\b.yaml"'],
    '`/` between folders',
  ],
  [
    'an address',
    'quorate: 1\nimports: ["https://a.b/c.yaml"]',
    ['import-outside: "https://a.b/c.yaml"'],
    'without a network',
  ],
  ['a file twice', 'quorate: 1\nimports: [a.yaml, a.yaml]', ['import-twice: a.yaml']],
  [
    'a file, where only a text is at hand',
    'quorate: 1\nimports: [a.yaml]',
    ['imports-not-followed: a.yaml'],
    'by its path',
  ],
]

const TABLES = { FACTS, GROUPS, ACCOUNTS, CLAIMS, LIMITS, TESTS, IGNORES, IMPORTS }

describe('source: policy, refused', () => {
  for (const [table, rows] of Object.entries(TABLES))
    describe(table.toLowerCase(), () => {
      for (const [name, text, places, ...says] of rows)
        it(name, () => {
          const failures = failuresOf(readPolicy(text, 'a.quorate.yaml'))
          expect(failures.map(({ code }) => code)).to.deep.equal(places.map(codeOf))
          failures.forEach((one, index) => {
            expect(`${one.code}: ${fromPlace(text, one)}`).to.satisfy((found: string) =>
              found.startsWith(places[index] ?? ''),
            )
          })
          for (const said of says) expect(words(failures[0]!)).to.contain(said)
          for (const { subject } of failures) expect(subject).to.deep.equal(O.some('a.quorate.yaml'))
        })
    })

  it('never repeats a seed, wherever it stands', () => {
    const whole = `${HEAD}assert:\n- { id: x, on: safe, claim: { any: 1, of: team, can: low } }\ntests:\n- { name: x, on: safe, signed: [anna], op: payment, expect: allow }\n`
    for (const word of ['anna', 'team', 'safe', 'x', 'low', 'payment', 'claim', 'match']) {
      const failures = failuresOf(readPolicy(whole.replaceAll(word, SEED), SEED))
      expect(failures.every(({ code }) => code === 'secret-seed')).to.equal(true)
      expect(JSON.stringify(failures)).not.to.contain(SEED.slice(0, 20))
    }
  })

  it('tells of all sections at once', () => {
    const text = `${HEAD}assert: 1\ntests: 2\nignore: 3\nrules: 4\nimports: 5\nnetwork: 6\n`
    expect(failuresOf(readPolicy(text, 'a')).map(place)).to.deep.equal([
      '6:9 wrong-shape',
      '7:8 wrong-shape',
      '8:9 wrong-shape',
      '9:8 wrong-shape',
      '10:10 wrong-shape',
      '11:10 unknown-network',
    ])
  })
})
