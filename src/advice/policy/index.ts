/** Policies: does an account still say what was promised? */
export type { Answer, Certificate, Counterexample, Demand, Exhibit, Tolerated, Unknowable } from './answer.js'
export {
  demand,
  verdictOf,
  type Answered,
  type Asserted,
  type Change,
  type Conflict,
  type Reason,
  type Remedy,
} from './asserted.js'
export { gameOf, nameOf, unitsOf, type Asked } from './asked.js'
export { levelOf, RELATIONS, type AskedLevel, type Claim, type Reference, type Relation } from './claim.js'
export type { ClaimExample, ClaimForm, ClaimFormOf } from './claim-form.js'
export { isReadOnce, isSatisfiedBy, keysIn, type Formula, type Members } from './formula.js'
export { exhibitOf, list } from './exhibit.js'
export type { Place, TreePath } from './place.js'
export type { FromPreset, PolicyAccount } from './policy-account.js'
export {
  CUSTODIES,
  UNIT_KINDS,
  type Custody,
  type Day,
  type KeyProof,
  type PolicyKey,
  type UnitKind,
} from './policy-key.js'
export type { Expected, PolicyTest, Trial } from './policy-test.js'
export {
  policyOf,
  type Assertion,
  type Group,
  type Ignore,
  type Policy,
  type PolicyParts,
  type RuleOptions,
} from './policy.js'
export type { Tested } from './tested.js'
export { ACTS, ownTransaction, STRANGER, STRANGER_KEY, type Act, type Unsigned } from './act.js'
export { canGet, verdictWhenSigned } from './ask.js'
export { CLAIM_FORMS } from './claims/index.js'
export { counted } from './claim-words.js'
export { conditionsOf, type Conditions } from './circumstances.js'
export { decide, type Subject } from './decide.js'
export { formOf } from './form-of.js'
export { formulaText } from './formula-text.js'
export { remedyOf, withRemedies, type Told } from './remedy/remedy-of.js'
export { emptyTableau, solve, withRow, type Row, type Solved, type Tableau } from './solve/linear-program.js'
export { numbersQuestion, type NumbersQuestion, type Objected } from './remedy/numbers-question.js'
export { digestOf } from './digest.js'
export { runAssertions } from './run.js'
export { runTests, type Recorded } from './run-tests.js'
export { recheck, recheckAll, recheckConflict, recheckRemedies, recheckRemedy } from './recheck/index.js'
