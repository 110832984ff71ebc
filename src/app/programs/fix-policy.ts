/**
 * Fixing a policy: fixes that say of themselves that they change nothing for anybody, or only for the
 * better, are done on the texts of the files; what comes out is read, proved and linted again before it is
 * believed. Nothing is written here: whoever asks gets the new texts.
 */
import * as E from 'fp-ts/lib/Either.js'
import type * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { fingerprintOf, type Edit, type Finding, type Fix } from '../../advice/lint/index.js'
import type { Policy } from '../../advice/policy/index.js'
import { applyEdits, overlap, type KnownRules } from '../../edge/source/index.js'
import type { Failure } from '../../kernel/model/index.js'
import { loadPolicyFrom, type PolicyFiles } from './load-policy.js'
import { whyNotProved } from './proved-change.js'

type Failures = NEA.NonEmptyArray<Failure>

/** What to fix. */
export interface FixRequest {
  /** The path of the policy; only this file is changed, not what it imports. */
  readonly file: string
  /** The folder below which imports are; that of the file where it is left out. */
  readonly root?: string
  readonly rules?: KnownRules
  /** What counts as found, stale ignores among it, and what is suppressed not. */
  readonly find: (policy: Policy) => readonly Finding[]
}

/** A fix that was done. */
export interface Done {
  readonly finding: Finding
  readonly fix: Fix
}

/** A fix that would be done by itself, and was not. */
export interface NotDone extends Done {
  /** Lower case, no full stop. */
  readonly why: string
}

/** A file, and what became of it. */
export interface FixedText {
  readonly file: string
  readonly before: string
  readonly after: string
}

/** A policy with its fixes. */
export interface Fixed {
  /** None where nothing changed. */
  readonly text: O.Option<FixedText>
  readonly done: readonly Done[]
  readonly notDone: readonly NotDone[]
  /** The policy as it is read now. */
  readonly policy: Policy
}

/** Rounds of reading and linting; a fix that brings another one back ends here. */
const MOST_ROUNDS = 40

/** Files as they are, but for texts that are kept by path; each is read once. */
const remembered = (source: PolicyFiles, texts: Map<string, string>): PolicyFiles => ({
  ...source,
  readText: (path, limit) => async () => {
    const known = texts.get(path)
    if (known !== undefined) return E.right(known)
    const read = await source.readText(path, limit)()
    if (E.isRight(read)) texts.set(path, read.right)
    return read
  },
})

interface Candidate extends Done {
  readonly fingerprint: string
}

const printOf = (policy: Policy, finding: Finding): string =>
  fingerprintOf(finding, (name) => policy.accounts.get(name)?.account.id)

const candidatesIn = (policy: Policy, findings: readonly Finding[]): readonly Candidate[] =>
  findings.flatMap((finding) =>
    O.isSome(finding.fix) && finding.fix.value.effect !== 'suggested' && finding.fix.value.edits.length > 0
      ? [{ finding, fix: finding.fix.value, fingerprint: printOf(policy, finding) }]
      : [],
  )

/** Candidates that can be done together: no two of them edit the same. */
const together = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const edits: Edit[] = []
  return candidates.filter(({ fix }) => {
    if (fix.edits.some((edit) => edits.some((other) => overlap(edit, other)))) return false
    edits.push(...fix.edits)
    return true
  })
}

const IMPORTED = 'it stands in a file that is imported, perhaps by others too: fix that file'

/** The state of one fixing. */
interface State {
  readonly policy: Policy
  readonly text: string
  readonly done: readonly Done[]
  readonly notDone: readonly (NotDone & { readonly fingerprint: string })[]
}

const effectOf = (candidates: readonly Candidate[]): 'equivalent' | 'improvement' =>
  candidates.every(({ fix }) => fix.effect === 'equivalent') ? 'equivalent' : 'improvement'

/**
 * Fixes a policy.
 *
 * Failures: those of `loadPolicyFrom`. A fix that cannot be done, or after which something is not proved,
 * is no failure: it is told, and left.
 */
export const fixPolicy =
  ({ files }: { readonly files: PolicyFiles }) =>
  ({ file, root, rules, find }: FixRequest): TE.TaskEither<Failures, Fixed> =>
  async () => {
    const originals = new Map<string, string>()
    const load = (texts: Map<string, string>) => loadPolicyFrom(remembered(files, texts))(file, root, rules)()

    /** The state after some fixes; why not, where one of them does not do what it says. */
    const attempt = async (state: State, batch: readonly Candidate[]): Promise<E.Either<string, State>> => {
      const edits = batch.flatMap(({ fix }) => fix.edits)
      const text = applyEdits(state.text)(edits)
      if (E.isLeft(text)) return E.left(text.left.message)
      const policy = await load(new Map(originals).set(file, text.right))
      if (E.isLeft(policy)) return E.left(`the file could not be read any more: ${policy.left[0].message}`)
      const unproved = whyNotProved(state.policy, policy.right, effectOf(batch))
      if (O.isSome(unproved)) return E.left(unproved.value)
      const found = new Set(find(policy.right).map((finding) => printOf(policy.right, finding)))
      if (batch.some(({ fingerprint }) => found.has(fingerprint))) return E.left('it would be found again')
      return E.right({ ...state, policy: policy.right, text: text.right, done: [...state.done, ...batch] })
    }

    const policy = await load(originals)
    if (E.isLeft(policy)) return policy
    const before = originals.get(file)
    if (before === undefined) throw new Error('invariant: a policy that was loaded was read')
    const [named] = policy.right.files
    let state: State = { policy: policy.right, text: before, done: [], notDone: [] }
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const refused = new Set(state.notDone.map(({ fingerprint }) => fingerprint))
      const candidates = candidatesIn(state.policy, find(state.policy)).filter(
        ({ fingerprint }) => !refused.has(fingerprint),
      )
      const foreign = candidates.filter(({ fix }) => fix.edits.some((edit) => edit.file !== named))
      const [first] = candidates
      if (first === undefined) break
      if (foreign.length > 0) {
        state = {
          ...state,
          notDone: [...state.notDone, ...foreign.map((one) => ({ ...one, why: IMPORTED }))],
        }
        continue
      }
      const all = await attempt(state, together(candidates))
      const one = E.isRight(all) ? all : await attempt(state, [first])
      state = E.isRight(one)
        ? one.right
        : { ...state, notDone: [...state.notDone, { ...first, why: one.left }] }
    }
    return E.right({
      text: state.text === before ? O.none : O.some({ file, before, after: state.text }),
      done: state.done,
      notDone: state.notDone,
      policy: state.policy,
    })
  }
