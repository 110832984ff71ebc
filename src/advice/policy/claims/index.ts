/** All forms of claims, by name. Written by `npm run generate` from the files of this folder. */
import type { ClaimForm } from '../claim-form.js'
import { can } from './can.js'
import { cannot } from './cannot.js'
import { equals } from './equals.js'
import { every } from './every.js'
import { interchangeable } from './interchangeable.js'
import { looserThan } from './looser-than.js'
import { needs } from './needs.js'
import { nested } from './nested.js'
import { noDeadlock } from './no-deadlock.js'
import { noDictator } from './no-dictator.js'
import { noDummies } from './no-dummies.js'
import { noVeto } from './no-veto.js'
import { notLooserThan } from './not-looser-than.js'
import { power } from './power.js'
import { proper } from './proper.js'
import { ranks } from './ranks.js'
import { reachable } from './reachable.js'
import { recovers } from './recovers.js'
import { signatures } from './signatures.js'
import { stricterThan } from './stricter-than.js'
import { strong } from './strong.js'
import { survives } from './survives.js'
import { withstands } from './withstands.js'

/** All forms of claims, by name. Each only ever meets claims of its own tag. */
export const CLAIM_FORMS: readonly ClaimForm[] = [
  can,
  cannot,
  equals,
  every,
  interchangeable,
  looserThan,
  needs,
  nested,
  noDeadlock,
  noDictator,
  noDummies,
  noVeto,
  notLooserThan,
  power,
  proper,
  ranks,
  reachable,
  recovers,
  signatures,
  stricterThan,
  strong,
  survives,
  withstands,
]
