// What the network would say of an envelope, as of a ledger that is asked now.
import { evaluate, accountsOf } from 'quorate'
import { select } from 'quorate/advice'
import { fetchView } from 'quorate/node'

/** The verdict, with the view that it is of. `failures` are those of accounts that could not be fetched. */
export const judged = async ({ judge, source }, envelope, signal) => {
  const { view, asOf } = await fetchView(source)(accountsOf(judge.phase)(envelope), signal)()
  return { verdict: evaluate(judge)(view)(envelope), view, failures: [...asOf.failures.values()] }
}

const WAYS = 10

/** The sets of keys that must still sign: each set by itself is enough. None where nothing can be done. */
export const mustStillSign = (judge, view, envelope) => {
  const { completions } = select.collectCompletions(WAYS)(select.completions(judge)(view)(envelope)())
  return completions.map(({ add }) => add.map(({ key }) => key.strkey)).filter((keys) => keys.length > 0)
}

/** Of a verdict that is a no: the network's code, and which operations it refuses, counted from 0. */
export const whyRejected = ({ code, judgement: { operations } }) => ({
  code,
  operations: operations.flatMap((one, index) =>
    one._tag === 'Some' && one.value !== 'opSUCCESS' ? [{ index, code: one.value }] : [],
  ),
})
