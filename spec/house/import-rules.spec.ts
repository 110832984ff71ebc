import { expect } from 'chai'
import { DENIALS, type Denial, renderViolation } from './denials.js'
import { violationsOf } from './import-rules.js'
import { importsOf, sourceFile } from './read-imports.js'

type Case = readonly [path: string, specifier: string]

/** One import each: those a denial must catch, and the nearest ones it must let pass. */
const CASES: Record<Exclude<Denial, 'no-circular'>, { bad: readonly Case[]; good: readonly Case[] }> = {
  'every-file-has-a-room': {
    bad: [
      ['src/kernel/misc/a.ts', './b.js'],
      ['src/edge/a.ts', './xdr/b.js'],
      ['src/other.ts', './kernel/model/b.js'],
    ],
    good: [
      ['src/app/ports.ts', '../kernel/model/b.js'],
      ['src/index.ts', './kernel/model/b.js'],
      ['src/kernel/index.ts', './ledger/b.js'],
    ],
  },
  'rooms-look-back-only': {
    bad: [
      ['src/kernel/model/a.ts', '../protocol/b.js'],
      ['src/kernel/engine/a.ts', '../../advice/select/b.js'],
      ['src/kernel/model/a.ts', '../index.js'],
      ['src/edge/report/a.ts', '../../app/ports.js'],
      ['src/app/ports.ts', './programs/b.js'],
      ['src/app/cli/a.ts', '../../index.js'],
    ],
    good: [
      ['src/kernel/engine/a.ts', './b.js'],
      ['src/kernel/engine/a/a.ts', '../../model/b.js'],
      ['src/edge/report/a.ts', '../../advice/lint/b.js'],
      ['src/advice/select/a.ts', '../../kernel/index.js'],
    ],
  },
  'rooms-use-what-they-are-granted': {
    bad: [
      ['src/kernel/engine/a.ts', 'io-ts'],
      ['src/advice/policy/a.ts', 'yaml'],
      ['src/edge/report/a.ts', 'commander'],
      ['src/edge/source/a.ts', 'yaml-extra'],
      ['src/app/node/a.ts', 'left-pad'],
    ],
    good: [
      ['src/kernel/model/a.ts', 'io-ts'],
      ['src/edge/source/a.ts', 'yaml'],
      ['src/app/cli/a.ts', 'commander'],
      ['src/edge/xrpl/a.ts', 'ripple-keypairs'],
    ],
  },
  'only-app-touches-the-world': {
    bad: [
      ['src/kernel/model/a.ts', 'node:fs'],
      ['src/edge/source/a.ts', 'fs/promises'],
      ['src/app/programs/a.ts', 'node:fs'],
      ['src/index.ts', 'node:util'],
    ],
    good: [
      ['src/app/node/a.ts', 'node:fs'],
      ['src/app/cli/a.ts', 'node:util'],
      ['src/app/server/a.ts', 'node:http'],
    ],
  },
  'only-xdr-knows-stellar-base': {
    bad: [
      ['src/edge/sep10/a.ts', '@stellar/stellar-base'],
      ['src/app/cli/a.ts', '@stellar/stellar-sdk'],
    ],
    good: [['src/edge/xdr/a.ts', '@stellar/stellar-base']],
  },
  'only-signature-knows-crypto': {
    bad: [
      ['src/kernel/engine/a.ts', 'tweetnacl'],
      ['src/edge/xdr/a.ts', '@noble/hashes/sha2.js'],
      ['src/edge/sep10/a.ts', 'node:crypto'],
      ['src/app/cli/a.ts', 'node:crypto'],
      ['src/kernel/signature/a.ts', 'sodium-native'],
      ['src/kernel/signature/a.ts', '@noble/curves/ed25519.js'],
      ['src/app/node/a.ts', 'tweetnacl'],
    ],
    good: [
      ['src/kernel/signature/a.ts', 'tweetnacl'],
      ['src/kernel/signature/a.ts', '@noble/hashes/sha2.js'],
      ['src/app/node/a.ts', 'node:crypto'],
      ['src/app/node/a.ts', 'sodium-native'],
    ],
  },
  'coalition-knows-no-chain': {
    bad: [
      ['src/advice/coalition/a.ts', '../../kernel/engine/b.js'],
      ['src/advice/coalition/a.ts', '../../kernel/index.js'],
      ['src/advice/coalition/a.ts', '../select/b.js'],
    ],
    good: [
      ['src/advice/coalition/a.ts', '../../kernel/model/b.js'],
      ['src/advice/coalition/a.ts', './b.js'],
      ['src/advice/select/a.ts', '../../kernel/engine/b.js'],
    ],
  },
  'rules-do-not-know-each-other': {
    bad: [
      ['src/advice/lint/rules/a.ts', './b.js'],
      ['src/advice/lint/rules/a.ts', './index.js'],
      ['src/advice/policy/claims/a.ts', './b.js'],
      ['src/advice/plan/presets/a.ts', './b.js'],
      ['src/app/cli/commands/a.ts', './b.js'],
    ],
    good: [
      ['src/advice/lint/rules/index.ts', './a.js'],
      ['src/advice/lint/rules/a.ts', '../rule.js'],
      ['src/advice/lint/run.ts', './rules/index.js'],
    ],
  },
  'src-never-imports-spec': {
    bad: [
      ['src/kernel/model/a.ts', '../../../spec/support/b.js'],
      ['src/app/cli/a.ts', '../../../dist/index.js'],
    ],
    good: [['src/app/cli/a.ts', '../../edge/xdr/b.js']],
  },
  'import-one-module-of-fp-ts': {
    bad: [
      ['src/kernel/model/a.ts', 'fp-ts'],
      ['src/kernel/model/a.ts', 'fp-ts/Either'],
      ['src/kernel/model/a.ts', 'fp-ts/lib/Either'],
      ['src/kernel/model/a.ts', 'fp-ts/es6/Either.js'],
      ['src/kernel/model/a.ts', 'io-ts/PathReporter'],
    ],
    good: [
      ['src/kernel/engine/a.ts', 'fp-ts/lib/Either.js'],
      ['src/kernel/model/a.ts', 'io-ts/lib/PathReporter.js'],
    ],
  },
}

const denialsIn = ([path, specifier]: Case): readonly Denial[] =>
  violationsOf([{ path, imports: [{ specifier, line: 1 }] }]).map((v) => v.denial)

describe('house: import rules', () => {
  for (const [denial, { bad, good }] of Object.entries(CASES)) {
    describe(denial, () => {
      for (const [path, specifier] of bad)
        it(`denies ${path} importing ${specifier}`, () => {
          expect(denialsIn([path, specifier])).to.deep.equal([denial])
        })
      for (const [path, specifier] of good)
        it(`allows ${path} importing ${specifier}`, () => {
          expect(denialsIn([path, specifier])).to.deep.equal([])
        })
    })
  }

  describe('no-circular', () => {
    const a = sourceFile('src/kernel/model/a.ts', "import { b } from './b.js'")
    const b = sourceFile('src/kernel/model/b.ts', "export type * from './c.js'")
    const c = sourceFile('src/kernel/model/c.ts', "type A = import('./a.js').A")
    const loop = sourceFile('src/kernel/model/d.ts', "import './d.js'")

    it('shows the way round', () => {
      expect(violationsOf([a, b, c]).map((v) => v.found)).to.deep.equal([
        'goes round: src/kernel/model/a.ts -> src/kernel/model/b.ts -> src/kernel/model/c.ts -> src/kernel/model/a.ts',
      ])
      expect(violationsOf([loop])).to.have.length(1)
    })

    it('allows two ways to one file', () => {
      const fork = sourceFile('src/kernel/model/f.ts', "import './b.js'; import './e.js'")
      const e = sourceFile('src/kernel/model/e.ts', "import './b.js'")
      expect(violationsOf([fork, e, { ...b, imports: [] }])).to.deep.equal([])
    })
  })

  it('tells place, name and what to do', () => {
    const [violation] = violationsOf([sourceFile('src/edge/sep10/a.ts', "\nimport 'node:crypto'")])
    expect(violation).to.not.equal(undefined)
    expect(renderViolation(violation!)).to.equal(
      'src/edge/sep10/a.ts:2 imports `node:crypto`\n    only-signature-knows-crypto: ' +
        DENIALS['only-signature-knows-crypto'],
    )
  })
})

describe('house: reading imports', () => {
  it('finds every form, and none in comments and texts', () => {
    const text = [
      "import a from 'a'",
      "import type { B } from 'b'",
      "import { type C } from 'c'",
      "import 'd'",
      "export * from 'e'",
      "export { f } from 'f'",
      "export type { G } from 'g'",
      "const h = await import('h')",
      "type I = import('i').I",
      "// import 'no'",
      'const text = "import \'no\'"',
      "/** import x from 'no' */",
    ].join('\n')
    expect(importsOf(text)).to.deep.equal(
      [...'abcdefghi'].map((specifier, index) => ({ specifier, line: index + 1 })),
    )
  })
})
