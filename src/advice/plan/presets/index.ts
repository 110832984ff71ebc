/** All presets, by name. Written by `npm run generate` from the files of this folder. */
import type { Preset } from '../preset.js'
import { anchor } from './anchor.js'
import { company } from './company.js'
import { customCurrency } from './custom-currency.js'
import { expense } from './expense.js'
import { joint } from './joint.js'
import { mOfN } from './m-of-n.js'

/** All presets, by name. */
export const PRESETS: readonly Preset[] = [anchor, company, customCurrency, expense, joint, mOfN]
