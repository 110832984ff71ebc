/** All examples, in the order of the documentation. */
import type { Scenario } from '../scenario.js'
import { anchor } from './anchor.js'
import { company } from './company.js'
import { customCurrency } from './custom-currency.js'
import { disclosure } from './disclosure.js'
import { escrow } from './escrow.js'
import { expense } from './expense.js'
import { household } from './household.js'
import { joint } from './joint.js'
import { swap } from './swap.js'

export const SCENARIOS: readonly Scenario[] = [
  anchor,
  joint,
  household,
  company,
  expense,
  customCurrency,
  escrow,
  swap,
  disclosure,
]
