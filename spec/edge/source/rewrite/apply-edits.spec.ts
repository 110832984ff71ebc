import { expect } from 'chai'
import { isLeft } from 'fp-ts/lib/Either.js'
import type { Edit } from '../../../../src/advice/lint/index.js'
import { applyEdits } from '../../../../src/edge/source/rewrite/apply-edits.js'
import { valueOf } from '../told.js'

const file = 'a.quorate.yaml'
type Path = Edit['path']
const set = (to: number | string, ...path: Path): Edit => ({ file, path, _tag: 'Set', to })
const remove = (...path: Path): Edit => ({ file, path, _tag: 'Remove' })
const append = (yaml: readonly string[], ...path: Path): Edit => ({ file, path, _tag: 'Append', yaml })

interface Case {
  readonly says: string
  readonly before: string
  readonly edits: readonly Edit[]
  readonly after: string
}

const POLICY = `# head
quorate: 1
accounts:
  a: # the a
    signers: { x: 1, y: 2 } # two
    thresholds:
      low: 1 # low
      # about medium
      medium:   2
assert:
  # first
  - { id: p } # p
  # last
ignore: []   # none
`
/** The policy with some of its text replaced. */
const policy = (...changes: readonly (readonly [from: string, to: string])[]): string =>
  changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`not in the policy: ${from}`)
    return text.replace(from, to)
  }, POLICY)

const CASES: readonly Case[] = [
  {
    says: 'a number in a block',
    before: POLICY,
    edits: [set(200, 'accounts', 'a', 'thresholds', 'medium')],
    after: policy(['medium:   2', 'medium:   200']),
  },
  {
    says: 'a number in brackets, and a text',
    before: POLICY,
    edits: [set(9, 'accounts', 'a', 'signers', 'y'), set('a "b"', 'assert', 0, 'id')],
    after: policy(['y: 2', 'y: 9'], ['id: p', 'id: "a \\"b\\""']),
  },
  {
    says: 'an entry that has lines, with its own comment only',
    before: POLICY,
    edits: [remove('accounts', 'a', 'thresholds', 'low')],
    after: policy(['      low: 1 # low\n', '']),
  },
  {
    says: 'an entry in brackets, the first or the last',
    before: POLICY,
    edits: [remove('accounts', 'a', 'signers', 'x')],
    after: policy(['x: 1, ', '']),
  },
  {
    says: 'the last entry in brackets',
    before: POLICY,
    edits: [remove('accounts', 'a', 'signers', 'y')],
    after: policy([', y: 2', '']),
  },
  {
    says: 'every entry in brackets',
    before: POLICY,
    edits: [remove('accounts', 'a', 'signers', 'y'), remove('accounts', 'a', 'signers', 'x')],
    after: policy(['{ x: 1, y: 2 }', '{}']),
  },
  {
    says: 'the only item of a list: the list is empty, and comments of their own stay',
    before: POLICY,
    edits: [remove('assert', 0)],
    after: policy(['assert:', 'assert: []'], ['  - { id: p } # p\n', '']),
  },
  {
    says: 'a map with everything in it, up to its last value',
    before: POLICY,
    edits: [remove('accounts', 'a')],
    after:
      '# head\nquorate: 1\naccounts: {}\nassert:\n  # first\n  - { id: p } # p\n  # last\nignore: []   # none\n',
  },
  {
    says: 'an item at the end of a list, with as much indentation',
    before: POLICY,
    edits: [append(['- id: q', '  on: a'], 'assert')],
    after: policy(['# p\n', '# p\n  - id: q\n    on: a\n']),
  },
  {
    says: 'an item in place of the only one',
    before: POLICY,
    edits: [append(['- { id: q }'], 'assert'), remove('assert', 0)],
    after: policy(['  - { id: p } # p\n', '  - { id: q }\n']),
  },
  {
    says: 'an item of an empty list, which gets lines',
    before: POLICY,
    edits: [append(['- { rule: x }'], 'ignore')],
    after: policy(['ignore: []   # none\n', 'ignore:   # none\n  - { rule: x }\n']),
  },
  {
    says: 'a section that is not there',
    before: POLICY,
    edits: [append(['- { name: t }'], 'tests'), append(['months: 3'], 'rules', 'key-rotation')],
    after: policy(['# none\n', '# none\ntests:\n  - { name: t }\nrules:\n  key-rotation:\n    months: 3\n']),
  },
  {
    says: 'an entry in brackets',
    before: POLICY,
    edits: [append(['z-1: 3', 'w: "4"'], 'accounts', 'a', 'signers')],
    after: policy(['y: 2 }', 'y: 2, z-1: 3, w: "4" }']),
  },
  {
    says: 'brackets over lines: the comment stays beside its entry',
    before: 's: {\n  x: 1, # x\n  # about y\n  y: 2 # y\n}\n',
    edits: [append(['z: 3'], 's')],
    after: 's: {\n  x: 1, # x\n  # about y\n  y: 2, # y\n  z: 3\n}\n',
  },
  {
    says: 'brackets over lines: an entry goes with its line',
    before: 's: {\n  x: 1, # x\n  # about y\n  y: 2 # y\n}\n',
    edits: [remove('s', 'y')],
    after: 's: {\n  x: 1 # x\n  # about y\n}\n',
  },
  {
    says: 'brackets that hold comments only',
    before: 's: {\n  # none yet\n}\nt: [ # nor here\n]\n',
    edits: [append(['z: 3'], 's'), append(['- z'], 't')],
    after: 's: { z: 3\n  # none yet\n}\nt: [ z # nor here\n]\n',
  },
  {
    says: 'a comma after the last item may stay',
    before: 's: [x, y,]\n',
    edits: [remove('s', 1), append(['- z'], 's')],
    after: 's: [x, z]\n',
  },
  {
    says: 'line breaks of Windows',
    before: 'a:\r\n  - x # x\r\n  - y\r\nb: []\r\n',
    edits: [remove('a', 0), append(['- z', '- w'], 'b')],
    after: 'a:\r\n  - y\r\nb:\r\n  - z\r\n  - w\r\n',
  },
  {
    says: 'a file without a last line break',
    before: 'a:\n  - x',
    edits: [append(['- z'], 'a'), append(['- q'], 'b')],
    after: 'a:\n  - x\n  - z\nb:\n  - q',
  },
  {
    says: 'a byte order mark',
    before: '\ufeffa: 1\n',
    edits: [set(2, 'a')],
    after: '\ufeffa: 2\n',
  },
  {
    says: 'JSON stays JSON',
    before: '{\n  "a": 1,\n  "b": [\n    1,\n    2\n  ],\n  "c": {}\n}\n',
    edits: [
      remove('b', 1),
      set('x', 'a'),
      append(['n: [1, one]'], 'c'),
      append(['- id: q', '  on: null'], 'assert'),
    ],
    after:
      '{\n  "a": "x",\n  "b": [\n    1\n  ],\n  "c": { "n": [1, "one"] },\n  "assert": [{ "id": "q", "on": null }]\n}\n',
  },
  {
    says: 'the first entry beside a dash',
    before: '- a: 1 # one\n  # two\n  b: 2\n- c: 3\n',
    edits: [remove(0, 'a'), remove(1, 'c')],
    after: '-\n  # two\n  b: 2\n- {}\n',
  },
  {
    says: 'a value that was left out',
    before: 'a:\nb: ~ # none\n',
    edits: [set(1, 'a'), append(['- x'], 'b')],
    after: 'a: 1\nb:  # none\n  - x\n',
  },
  {
    says: 'texts of several lines',
    before: 'a: |\n  x\n\n  y\nb: >-\n  z\nc: 1\n',
    edits: [remove('a')],
    after: 'b: >-\n  z\nc: 1\n',
  },
  {
    says: 'several items of one list, named as they were',
    before: 'a:\n  - x\n  - y\n  - [p, q, r]\n  - z\n',
    edits: [remove('a', 0), remove('a', 3), remove('a', 2, 1), set('w', 'a', 1)],
    after: 'a:\n  - w\n  - [p, r]\n',
  },
]

describe('source: edits of a file', () => {
  for (const { says, before, edits, after } of CASES)
    it(says, () => expect(valueOf(applyEdits(before)(edits))).to.equal(after))

  it('gives the same text where there is nothing to do', () =>
    expect(valueOf(applyEdits(POLICY)([]))).to.equal(POLICY))

  it('sets what is set already to the same text', () => {
    const edits = [set(9, 'accounts', 'a', 'signers', 'y')]
    const once = valueOf(applyEdits(POLICY)(edits))
    expect(valueOf(applyEdits(once)(edits))).to.equal(once)
  })

  const refused: readonly (readonly [says: string, text: string, edits: readonly Edit[], code: string])[] = [
    ['a path that is not there', POLICY, [set(1, 'accounts', 'b', 'master')], 'no-such-path'],
    ['an item that is not there', POLICY, [remove('assert', 1)], 'no-such-path'],
    ['an item under a path that is not there', POLICY, [append(['- x'], 'assert', 4, 'on')], 'no-such-path'],
    ['two values for one number', POLICY, [set(1, 'quorate'), set(2, 'quorate')], 'edits-overlap'],
    [
      'a number in what goes',
      POLICY,
      [remove('accounts', 'a'), set(1, 'accounts', 'a', 'thresholds', 'low')],
      'edits-overlap',
    ],
    ['an item in what goes', POLICY, [append(['- x'], 'assert'), remove('assert')], 'edits-overlap'],
    ['a number in place of a map', POLICY, [set(1, 'accounts')], 'cannot-edit'],
    ['an entry of a list', POLICY, [append(['a: 1'], 'assert')], 'cannot-edit'],
    ['an entry that is there', POLICY, [append(['x: 1'], 'accounts', 'a', 'signers')], 'cannot-edit'],
    ['an item of a number', POLICY, [append(['- x'], 'quorate')], 'cannot-edit'],
    ['a text in `|`', 'a: |\n  x\n', [set('y', 'a')], 'cannot-edit'],
    [
      'what keeps a comment out of a text in `|`',
      'a: |+\n  x\n\nb:\n  - y\n  # about c\nc: 1\n',
      [remove('b')],
      'cannot-edit',
    ],
    ['a map in a list without brackets of its own', '[a: 1]', [remove(0, 'a')], 'cannot-edit'],
    ['what cannot be read', 'a: [', [set(1, 'a')], 'yaml-syntax'],
    ['a name that stands twice', 'a: 1\na: 2\n', [set(1, 'a')], 'duplicate-key'],
    [
      'everything, where one of several edits cannot be done',
      POLICY,
      [set(2, 'quorate'), remove('nothing')],
      'no-such-path',
    ],
  ]
  for (const [says, text, edits, code] of refused)
    it(`refuses ${says}`, () => {
      const result = applyEdits(text)(edits)
      expect(isLeft(result) ? result.left.code : 'done').to.equal(code)
    })
})
