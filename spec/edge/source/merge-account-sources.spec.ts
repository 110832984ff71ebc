import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { mergeAccountSources, type AccountSource } from '../../../src/edge/source/index.js'
import { NETWORKS, type Account } from '../../../src/kernel/model/index.js'
import { account, type AccountParts } from '../../support/build/account.js'
import { key } from '../../support/build/key.js'
import { BILAL, CARINA, FOUNDER } from './keys.js'
import { failuresOf, valueOf, words } from './told.js'

const source = (name: string, more: Partial<AccountSource>): AccountSource => ({
  name,
  network: O.none,
  aliases: new Map(),
  accountNames: new Map(),
  metadata: new Map(),
  accounts: [],
  ...more,
})

const JOINT: AccountParts = { of: 'founder', high: 3, signers: [['bilal', 1]] }
const holding = (name: string, ...accounts: readonly Account[]) => source(name, { accounts })

describe('source: several sources as one', () => {
  it('is empty for none', () => {
    const merged = valueOf(mergeAccountSources([]))
    expect(merged.accounts).to.deep.equal([])
    expect(merged.network).to.equal(O.none)
  })

  it('puts together what does not contradict', () => {
    const merged = valueOf(
      mergeAccountSources([
        source('a', {
          network: O.some(NETWORKS.public),
          aliases: new Map([[BILAL, 'bilal']]),
          accounts: [account(JOINT)],
        }),
        source('b', {
          network: O.some({ ...NETWORKS.public }),
          aliases: new Map([
            [BILAL, 'b'],
            [CARINA, 'carina'],
          ]),
        }),
        holding('c', account({ of: 'carina' })),
      ]),
    )
    expect(merged.network).to.deep.equal(O.some(NETWORKS.public))
    expect([...merged.aliases]).to.deep.equal([
      [BILAL, 'bilal'],
      [CARINA, 'carina'],
    ])
    expect(merged.accounts.map(({ id }) => id)).to.deep.equal([FOUNDER, CARINA])
  })

  it('takes the first of two names of one account', () => {
    const merged = valueOf(
      mergeAccountSources([
        source('a', { accountNames: new Map([[key('founder').id, 'joint']]) }),
        source('b', {
          accountNames: new Map([
            [key('founder').id, 'ours'],
            [key('bilal').id, 'purse'],
          ]),
        }),
      ]),
    )
    expect(Object.fromEntries(merged.accountNames)).to.deep.equal({ [FOUNDER]: 'joint', [BILAL]: 'purse' })
  })

  it('keeps the fuller of two equal descriptions, wherever it stands', () => {
    const bare = account(JOINT)
    const full = account({ ...JOINT, state: {} })
    for (const order of [
      [bare, full],
      [full, bare],
      [full, full],
    ])
      expect(
        valueOf(mergeAccountSources(order.map((one, i) => holding(`file ${i}`, one)))).accounts,
      ).to.deep.equal([full])
  })

  it('refuses two descriptions that differ, and says where and in what', () => {
    const rows: readonly (readonly [AccountParts, string])[] = [
      [{ ...JOINT, master: 0 }, 'master weight `1` and `0`'],
      [{ ...JOINT, low: 1 }, 'low threshold `0` and `1`'],
      [{ ...JOINT, medium: 1 }, 'medium threshold `0` and `1`'],
      [{ ...JOINT, high: 4 }, 'high threshold `3` and `4`'],
      [{ ...JOINT, signers: [['bilal', 2]] }, '`1` and `2`'],
      [{ ...JOINT, signers: [] }, '`1` and `absent`'],
      [
        {
          ...JOINT,
          signers: [
            ['bilal', 1],
            ['carina', 1],
          ],
        },
        '`absent` and `1`',
      ],
    ]
    for (const [parts, said] of rows) {
      const failures = failuresOf(
        mergeAccountSources([holding('a.yaml', account(JOINT)), holding('b.json', account(parts))]),
      )
      expect(failures.map(({ code }) => code)).to.deep.equal(['accounts-differ'])
      expect(words(failures[0]!))
        .to.contain(said)
        .and.to.contain('in `a.yaml` and in `b.json`')
        .and.to.contain(FOUNDER)
    }
  })

  it('refuses two states, and two sponsors, that differ', () => {
    const at = (sequence: bigint) => account({ ...JOINT, state: { sequence } })
    const sponsored = (by: typeof BILAL) => ({
      ...account(JOINT),
      signers: account(JOINT).signers.map((one) => ({ ...one, sponsor: O.some(by) })),
    })
    const said = (a: Account, b: Account) =>
      failuresOf(mergeAccountSources([holding('a', a, b)]))
        .map(words)
        .join()
    expect(said(at(1n), at(2n)))
      .to.contain('sequence number `1` and `2`')
      .and.to.contain('twice in `a`')
    expect(said(sponsored(BILAL), sponsored(CARINA))).to.contain('sponsor of signer')
    expect(
      valueOf(mergeAccountSources([holding('a', account(JOINT), sponsored(BILAL))])).accounts,
    ).to.deep.equal([sponsored(BILAL)])
  })

  it('refuses networks that differ, and one name for two keys', () => {
    const failures = failuresOf(
      mergeAccountSources([
        source('a', { network: O.some(NETWORKS.public), aliases: new Map([[BILAL, 'bilal']]) }),
        source('b', { network: O.some({ passphrase: 'Mine' }), aliases: new Map([[CARINA, 'bilal']]) }),
      ]),
    )
    expect(failures.map(({ code }) => code)).to.deep.equal(['networks-differ', 'alias-clash'])
    expect(words(failures[0]!)).to.contain('`public` in `a` and `Mine` in `b`')
    expect(words(failures[1]!)).to.contain('`bilal`').and.to.contain('in `a` and in `b`')
  })
})
