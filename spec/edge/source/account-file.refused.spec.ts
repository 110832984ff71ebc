/** What an account file may not hold: each row is a text, where the fault is, and what is said of it. */
import { expect } from 'chai'
import { readAccountFile } from '../../../src/edge/source/index.js'
import { BILAL, CARINA, CONTRACT, FOUNDER, HASH_X, MUXED, SEED } from './keys.js'
import { failuresOf, place, words } from './told.js'

/** Name, text, the places and codes of all failures, and what the first of them says. */
type Row = readonly [name: string, text: string, places: readonly string[], ...says: readonly string[]]

const HEAD = `quorate: 1\nkeys: { founder: ${FOUNDER}, bilal: ${BILAL}, secret: ${HASH_X} }\n`
const ZERO = 'thresholds: { low: 0, medium: 0, high: 0 }'

/** An account on line 4, with one part replaced; its parts begin at column 3. */
const withPart = (part: string, text: string): string => {
  const parts: Readonly<Record<string, string>> = {
    address: 'address: founder',
    master: 'master: 1',
    thresholds: ZERO,
  }
  const lines = Object.entries(parts).map(([name, line]) => (name === part ? text : line))
  const all = part in parts ? lines : [...lines, text]
  return `${HEAD}accounts:\n a:\n${all
    .filter((line) => line !== '')
    .map((line) => `  ${line}\n`)
    .join('')}`
}

const signers = (list: string) => withPart('signers', `signers: { ${list} }`)
const master = (value: string) => withPart('master', `master: ${value}`)
const thresholds = (value: string) => withPart('thresholds', `thresholds: ${value}`)
const numbered = (count: number) => Array.from({ length: count }, (_, i) => `s${i}: 1`).join(', ')

const TEXTS: readonly Row[] = [
  ['nothing', '', ['- empty-input'], 'empty'],
  ['white space', ' \n\t\n', ['- empty-input']],
  ['a comment', '# nothing\n', ['1:1 wrong-shape'], 'nothing', 'quorate: 1'],
  ['NUL', 'quorate: 1\n\0', ['2:1 not-text'], 'not UTF-8'],
  ['bytes that are no UTF-8', 'quorate: 1 # \ufffd', ['1:14 not-text']],
  ['more than a mebibyte', `quorate: 1\n#${'x'.repeat(1024 * 1024)}`, ['- too-large'], '1048576'],
  ['a word', 'hello', ['1:1 wrong-shape'], '`hello`', 'a map that starts with `quorate: 1`'],
  ['a list', '- quorate: 1', ['1:1 wrong-shape'], 'a list'],
]

const NOTATION: readonly Row[] = [
  ['an anchor and an alias', 'quorate: 1\nkeys: &k {}\naccounts: *k', ['2:7 yaml-anchor', '3:11 yaml-alias']],
  [
    'a bomb',
    `a: &a [1]\nb: &b [*a, *a]`,
    ['1:4 yaml-anchor', '2:4 yaml-anchor', '2:8 yaml-alias', '2:12 yaml-alias'],
  ],
  ['a tag', 'quorate: !!int "1"', ['1:10 yaml-tag'], 'plain YAML'],
  ["a tag of one's own", 'quorate: !x 1', ['1:10 yaml-tag']],
  ['a directive', '%YAML 1.1\n---\nquorate: 1', ['1:1 yaml-directive']],
  ['a name after a question mark', '? quorate\n: 1', ['1:1 yaml-explicit-key']],
  ['a merge key', 'quorate: 1\n<<: { keys: {} }', ['2:1 yaml-merge-key']],
  ['two documents', 'quorate: 1\n---\nquorate: 1', ['2:1 several-documents'], 'expected one'],
  ['two documents, the first one ended', 'quorate: 1\n...\nquorate: 1', ['3:1 several-documents']],
  ['a map as a name', 'quorate: 1\n{ a: b }: 1', ['2:1 yaml-key']],
  ['33 brackets', `quorate: 1\nkeys: ${'['.repeat(33)}`, ['2:39 too-deep'], '32 deep'],
  ['33 levels', Array.from({ length: 33 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), ['33:33 too-deep']],
  ['33 dashes', '- '.repeat(33), ['1:65 too-deep']],
  ['brackets inside of levels', `a:\n b:\n  - ${'{ c: '.repeat(30)}`, ['3:147 too-deep']],
  ['a comma too many', 'quorate: 1\nkeys: { , }', ['2:9 yaml-syntax'], 'nothing stands before'],
]

const SYNTAX: readonly Row[] = [
  ['an open bracket', 'quorate: 1\nkeys: {', ['2:8 yaml-syntax'], 'not closed'],
  ['an open quote', 'quorate: "1', ['1:12 yaml-syntax'], 'not closed'],
  ['a tab', 'quorate: 1\nkeys:\n\ta: b', ['3:1 yaml-syntax'], 'tabs'],
  ['a map in a line', 'quorate: 1\nkeys: a: b', ['2:8 yaml-syntax'], 'a map cannot start here'],
  ['a bad escape', 'quorate: "\\q"', ['1:11 yaml-syntax'], 'escape'],
  ['a reserved character', 'quorate: @1', ['1:10 yaml-syntax'], 'quotes'],
  ['a forgotten colon', 'quorate: 1\nkeys\naccounts: {}', ['2:1 yaml-syntax'], '`:`'],
  ['broken JSON', '{"quorate": 1, "keys": {"a" "b"}}', ['1:29 yaml-syntax']],
]

const SEEDS: readonly Row[] = [
  [
    'a seed as a key',
    `quorate: 1\nkeys:\n  a: ${SEED}\n  b: nonsense`,
    ['3:6 secret-seed'],
    'treat the key as disclosed',
  ],
  ['a seed in a comment', `quorate: 1 # ${SEED}`, ['1:14 secret-seed']],
  ['a seed as a name', `quorate: 1\nkeys: { ${SEED}: x }`, ['2:9 secret-seed']],
  ['a seed in a broken file', `quorate: {\n ${SEED}`, ['2:2 secret-seed']],
  ['a seed behind an escape', `quorate: 1\nkeys: { a: "\\x53${SEED.slice(1)}" }`, ['2:12 secret-seed']],
  ['two seeds', `${SEED} ${SEED}`, ['1:1 secret-seed', '1:58 secret-seed']],
  ['most of a seed', `quorate: 1\nkeys: { a: ${SEED.slice(0, 50)} }`, ['2:12 secret-seed']],
]

const SECTIONS: readonly Row[] = [
  ['no version', 'network: testnet', ['1:1 missing-key'], '`quorate` is missing'],
  ['version 2', 'quorate: 2', ['1:10 unknown-version'], '`2`', 'version 1'],
  ['version "1"', 'quorate: "1"', ['1:10 unknown-version'], 'in quotes'],
  [
    'an unknown section',
    'quorate: 1\nacounts: {}',
    ['2:1 unknown-key'],
    '`acounts`',
    'did you mean `accounts`?',
    '`network`',
  ],
  ['a section twice', 'quorate: 1\nkeys: {}\nkeys: {}', ['3:1 duplicate-key'], '`keys`'],
  [
    'an unknown network',
    'quorate: 1\nnetwork: tesnet',
    ['2:10 unknown-network'],
    '`tesnet`',
    'did you mean `testnet`?',
  ],
  [
    'a network called otherwise',
    'quorate: 1\nnetwork: stellar:pubnet',
    ['2:10 unknown-network'],
    'did you mean `public`?',
  ],
  [
    'a passphrase where a name belongs',
    'quorate: 1\nnetwork: Test SDF Network ; September 2015',
    ['2:10 unknown-network'],
    'did you mean `testnet`?',
  ],
  [
    'a name where a passphrase belongs',
    'quorate: 1\nnetwork: { passphrase: Mainnet }',
    ['2:24 unknown-network'],
    '`Mainnet` is the name of a network, and not its passphrase',
    '`Public Global Stellar Network ; September 2015`',
  ],
  ['an empty passphrase', 'quorate: 1\nnetwork: { passphrase: " " }', ['2:24 unknown-network'], 'is empty'],
  ['a network that is a list', 'quorate: 1\nnetwork: [public]', ['2:10 wrong-shape'], 'a list'],
  ['no passphrase', 'quorate: 1\nnetwork: {}', ['2:1 missing-key'], '`passphrase`'],
  ['a passphrase that is none', 'quorate: 1\nnetwork: { passphrase: }', ['2:12 wrong-shape']],
  ['keys that are a list', `quorate: 1\nkeys: [${FOUNDER}]`, ['2:7 wrong-shape'], 'a map of names to keys'],
  ['accounts that are nothing', 'quorate: 1\naccounts:', ['2:1 wrong-shape'], 'nothing'],
]

const key = (text: string) => `quorate: 1\nkeys: { a: ${text} }`

const KEYS: readonly Row[] = [
  ['a key that is nothing', key(''), ['2:9 wrong-shape'], 'the key of `a` is nothing'],
  ['a muxed account', key(MUXED), ['2:12 not-a-signer'], 'a muxed account has no key'],
  ['a contract', key(CONTRACT), ['2:12 not-a-signer'], 'a contract (C…)'],
  ['a wrong checksum', key(`${FOUNDER.slice(0, -1)}A`), ['2:12 bad-strkey'], 'checksum'],
  ['a key that is cut', key(FOUNDER.slice(0, 20)), ['2:12 bad-strkey'], '20 characters'],
  [
    'a name with a capital',
    `quorate: 1\nkeys: { Bilal: ${BILAL} }`,
    ['2:9 bad-name'],
    '`Bilal`',
    'lower-case',
  ],
  ['a name of 41 letters', `quorate: 1\nkeys: { ${'b'.repeat(41)}: ${BILAL} }`, ['2:9 bad-name']],
  [
    'two names of one key',
    `quorate: 1\nkeys: { a: ${BILAL}, b: ${BILAL} }`,
    ['2:70 key-twice'],
    '`b` and `a`',
  ],
  ['a name twice', `quorate: 1\nkeys: { a: ${BILAL}, a: ${CARINA} }`, ['2:70 duplicate-key']],
  [
    'a broken key that is used: told once',
    `quorate: 1\nkeys: { a: x }\naccounts: { b: { address: a, master: 1, ${ZERO} } }`,
    ['2:12 bad-strkey'],
  ],
]

const ACCOUNTS: readonly Row[] = [
  ['no address', withPart('address', ''), ['4:2 missing-key'], '`address` is missing in account `a`'],
  [
    'no master',
    withPart('master', ''),
    ['4:2 missing-key'],
    '`master`',
    'the network starts accounts with 1',
  ],
  ['no thresholds', withPart('thresholds', ''), ['4:2 missing-key'], 'write all three'],
  ['a threshold missing', thresholds('{ low: 0, high: 1 }'), ['7:3 missing-key'], '`medium`'],
  [
    'a threshold misspelt',
    thresholds('{ low: 0, medum: 1, high: 1 }'),
    ['7:3 missing-key', '7:25 unknown-key'],
    '`medium`',
  ],
  ['a field misspelt', withPart('x', 'treshold: 1'), ['8:3 unknown-key'], 'did you mean `thresholds`?'],
  [
    'a field of another world',
    withPart('x', 'quorum: 1'),
    ['8:3 unknown-key'],
    'allowed here: `address`, `master`',
  ],
  ['an account that is nothing', `${HEAD}accounts: { a: }`, ['3:13 wrong-shape'], 'account `a` is nothing'],
  [
    'an address that nobody has',
    withPart('address', 'address: foundr'),
    ['5:12 undefined-alias'],
    'did you mean `founder`?',
  ],
  [
    'an address that is no account',
    withPart('address', 'address: secret'),
    ['5:12 not-an-account'],
    'only a G… key',
  ],
  [
    'an address that is a hash',
    withPart('address', `address: ${HASH_X}`),
    ['5:12 not-an-account'],
    'a hash(x) signer',
  ],
  ['an address that is a map', withPart('address', 'address: {}'), ['5:12 wrong-shape']],
  [
    'a master that is a map of other things',
    master('{ wieght: 1 }'),
    ['6:3 missing-key', '6:13 unknown-key'],
  ],
  [
    'one account twice',
    `${withPart('', '')} b: { address: ${FOUNDER}, master: 1, ${ZERO} }`,
    ['8:2 account-twice'],
    '`b` and `a`',
  ],
  [
    'a name that is another key',
    withPart('', '').replace('\n a:', '\n bilal:'),
    ['4:2 name-clash'],
    '`bilal`',
  ],
  ['a bad name', withPart('', '').replace('\n a:', '\n "a b":'), ['4:2 bad-name'], '`a b`'],
]

const WEIGHTS: readonly Row[] = [
  [
    '256',
    master('256'),
    ['6:11 weight-out-of-range'],
    'the master weight of account `a` is `256`',
    '0 to 255',
  ],
  ['-1', master('-1'), ['6:11 weight-out-of-range'], '`-1`'],
  ['more than any number', master('9'.repeat(400)), ['6:11 weight-out-of-range']],
  ['1.5', master('1.5'), ['6:11 weight-not-a-number'], '`1.5`'],
  ['1.0', master('1.0'), ['6:11 weight-not-a-number']],
  ['1e2', master('1e2'), ['6:11 weight-not-a-number']],
  ['0x10', master('0x10'), ['6:11 weight-not-a-number'], 'plain digits'],
  ['0o7', master('0o7'), ['6:11 weight-not-a-number']],
  ['007', master('007'), ['6:11 weight-not-a-number']],
  ['+1', master('+1'), ['6:11 weight-not-a-number']],
  ['1_0', master('1_0'), ['6:11 weight-not-a-number']],
  ['.inf', master('.inf'), ['6:11 weight-not-a-number']],
  ['"1"', master('"1"'), ['6:11 weight-not-a-number'], 'without quotes'],
  ['null', master('null'), ['6:11 weight-not-a-number'], 'nothing'],
  ['nothing', master(''), ['6:3 weight-not-a-number']],
  ['yes', master('yes'), ['6:11 weight-not-a-number'], '`yes`'],
  ['a list', master('[1]'), ['6:11 weight-not-a-number'], 'a list'],
  [
    'thresholds',
    thresholds('{ low: 256, medium: -1, high: "3" }'),
    ['7:22 weight-out-of-range', '7:35 weight-out-of-range', '7:45 weight-not-a-number'],
    'the low threshold',
  ],
  ['thresholds as a list', thresholds('[1, 2, 3]'), ['7:15 wrong-shape'], '`low`, `medium` and `high`'],
]

const SIGNERS: readonly Row[] = [
  ['a list', withPart('s', 'signers: [bilal]'), ['8:12 wrong-shape'], 'a map of keys to weights'],
  ['nobody', signers('carina: 1'), ['8:14 undefined-alias'], '`carina`', 'name it under `keys`'],
  ['almost somebody', signers('bialal: 1'), ['8:14 undefined-alias'], 'did you mean `bilal`?'],
  ['a weight of 0', signers('bilal: 0'), ['8:21 signer-weight-zero'], 'leave it out'],
  ['a weight of 256', signers('bilal: 256'), ['8:21 weight-out-of-range']],
  ['the account itself, by its name', signers('founder: 1'), ['8:14 master-among-signers'], '`master`'],
  ['the account itself, by its key', signers(`${FOUNDER}: 1`), ['8:14 master-among-signers']],
  ['one key by name and by key', signers(`bilal: 1, ${BILAL}: 1`), ['8:24 signer-twice']],
  ['a muxed account', signers(`${MUXED}: 1`), ['8:14 not-a-signer'], 'name the G… account'],
  ['21 signers', signers(numbered(21)), ['8:12 too-many-signers'], '21', '20'],
  ['a name and a weight, both wrong', signers('x: y'), ['8:14 undefined-alias', '8:17 weight-not-a-number']],
]

const GROUPS = { TEXTS, NOTATION, SYNTAX, SEEDS, SECTIONS, KEYS, ACCOUNTS, WEIGHTS, SIGNERS }

describe('source: account file, refused', () => {
  for (const [group, rows] of Object.entries(GROUPS))
    describe(group.toLowerCase(), () => {
      for (const [name, text, places, ...says] of rows)
        it(name, () => {
          const failures = failuresOf(readAccountFile(text))
          expect(failures.map(place)).to.deep.equal(places)
          for (const said of says) expect(words(failures[0]!)).to.contain(said)
          for (const failure of failures) expect(JSON.stringify(failure)).not.to.contain(SEED.slice(1, 20))
        })
    })

  it('tells all problems of a file at once, in its order', () => {
    const text = `quorate: 2\nnetwork: nowhere\nkeys: { A: ${BILAL} }\naccounts: { a: { address: b, master: x } }\nmore: 1`
    expect(failuresOf(readAccountFile(text)).map(place)).to.deep.equal([
      '1:10 unknown-version',
      '2:10 unknown-network',
      '3:9 bad-name',
      '4:13 missing-key',
      '4:27 undefined-alias',
      '4:38 weight-not-a-number',
      '5:1 unknown-key',
    ])
  })

  it('tells the first 50 and counts the others', () => {
    const text = `quorate: 1\n${Array.from({ length: 80 }, (_, i) => `k${i}: 1`).join('\n')}`
    const failures = failuresOf(readAccountFile(text))
    expect(failures.length).to.equal(51)
    expect(words(failures[50]!)).to.equal('30 more problems are not listed')
  })
})
