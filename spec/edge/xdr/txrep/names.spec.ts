import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { fieldNameOf, memberNameOf } from '../../../../src/edge/xdr/txrep/names.js'
import { nameOf, reachable } from './library.js'

const SOURCE = readFileSync(
  new URL('../../../../node_modules/@stellar/stellar-base/lib/generated/curr_generated.js', import.meta.url),
  'utf8',
)

/** Each type by its name: the XDR that it was generated from, without comments. */
const xdrByType = new Map(
  Array.from(
    SOURCE.matchAll(/\/\/ === xdr source =+\n((?:\s*\/\/.*\n)+)\s*xdr(?:\["enum"\]|\.\w+)\("(\w+)"/g),
    ([, comment = '', type = '']) =>
      [
        type,
        comment
          .split('\n')
          .map((line) => line.replace(/^\s*\/\/ ?/, '').replace(/\/\/.*/, ''))
          .join('\n'),
      ] as const,
  ),
)

const spellingsIn = (type: string): ReadonlySet<string> =>
  new Set((xdrByType.get(type) ?? '').match(/[A-Za-z_]\w*/g))

/** Names of fields stand before a semicolon or the size of a list. */
const isField = (type: string, name: string): boolean =>
  new RegExp(`[ *]${name}(?:[<[][^;]*)?;`).test(xdrByType.get(type) ?? '')

describe('txrep: names', () => {
  it('spells every field and arm as the XDR source of the library does', () => {
    let names = 0
    for (const type of reachable()) {
      const struct = nameOf(type) ?? ''
      const fields = [...(type._fields ?? []).map(([name]) => name), ...Object.keys(type._arms ?? {})]
      for (const field of fields) {
        names += 1
        const name = fieldNameOf(struct, field)
        // The body of a struct within a struct ends before its name.
        const stands = isField(struct, name) || /[}]\s*$/m.test(xdrByType.get(struct) ?? '')
        expect(spellingsIn(struct).has(name) && stands, `${struct}.${field} as ${name}`).to.equal(true)
      }
    }
    expect(names).to.be.greaterThan(250)
  })

  it('spells every member of an enum as the XDR source of the library does', () => {
    let names = 0
    for (const type of reachable())
      for (const member of Object.keys(type._members ?? {})) {
        names += 1
        const name = memberNameOf(member)
        expect(spellingsIn(nameOf(type) ?? '').has(name), `${member} as ${name}`).to.equal(true)
      }
    expect(names).to.be.greaterThan(150)
  })

  it('has a union told by `type` where its enum is, and by `v` where a number is', () => {
    for (const type of reachable()) {
      if (type._switchOn === undefined) continue
      const on = /union (?:\w+ )?switch \((\w+) (\w+)\)/.exec(xdrByType.get(nameOf(type) ?? '') ?? '')
      expect(on?.[2], nameOf(type)).to.equal(type._switchOn._members === undefined ? 'v' : 'type')
    }
  })
})
