import { key } from '../keys.js'
import { pay } from '../operations.js'
import { authorized, badAuthExtra, failedAt, ordinary, type Scenario } from '../scenario.js'
import { byAll } from '../signing.js'

const rent = { source: 'mira', operations: [pay('landlord', '900')], memo: 'rent' }

export const household: Scenario = {
  name: 'household',
  about: [
    'A joint account of two of three: any two pay, and any two change the signers.',
    'The master key is one of the three.',
  ],
  keys: { mira: key('mira'), jonas: key('jonas'), ada: key('ada'), landlord: key('landlord') },
  accounts: {
    household: {
      address: 'mira',
      master: 1,
      thresholds: { low: 1, medium: 2, high: 2 },
      signers: { jonas: 1, ada: 1 },
    },
    landlord: ordinary('landlord'),
  },
  envelopes: [
    {
      file: 'rent.ok.xdr',
      ...rent,
      signatures: byAll('mira', 'ada'),
      expect: authorized,
      because: 'two of three weigh 2',
    },
    {
      file: 'rent.by-all.surplus.xdr',
      ...rent,
      signatures: byAll('mira', 'jonas', 'ada'),
      expect: badAuthExtra,
      because: 'two are enough, so the third signature is used by nothing',
    },
    {
      file: 'rent.by-jonas.xdr',
      ...rent,
      signatures: byAll('jonas'),
      expect: failedAt(0),
      because: 'one reaches low, and medium takes two',
    },
  ],
}
