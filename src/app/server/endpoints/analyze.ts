/** `POST /v1/analyze`: what an account really permits. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { analysisJson } from '../../../edge/report/index.js'
import { analyzeFile } from '../../programs/analyze.js'
import { analysisCodec } from '../answers/analysis.js'
import { defineEndpoint } from '../define-endpoint.js'
import { fileText, portsOf } from '../question.js'
import { closed, described, list, text, textOrObject, yesOrNo } from '../wire/forms.js'

const said = list(text('a text such as `bilal` or `bilal=2`', 1000), 64)

const request = closed(
  'an object with `accounts`',
  {
    accounts: described(
      'Accounts in one form: the JSON of an account file or of Horizon as an object, or as a text any form that the command reads.',
      textOrObject('an account file, as an object or as a text', 1024 * 1024),
    ),
  },
  {
    account: described('The name or the address of one of them; otherwise all.', text('an account', 250)),
    lost: described('What if these keys are lost.', said),
    stolen: described('What if these keys are stolen.', said),
    without: described('What if these signers are removed.', said),
    weight: described('What if a signer had another weight: `bilal=2`.', said),
    threshold: described('What if a level took another weight: `high=6`.', said),
    leave: described('What is left as these leave, one after the other.', said),
    power: described('Whether to tell how much each signer decides.', yesOrNo),
  },
)

export const analyzeEndpoint = defineEndpoint({
  id: 'analyze',
  summary: 'What does an account really permit?',
  description:
    'The answer of `quorate analyze --format json`. Nobody can act at some level where `isReachable` is false.',
  request,
  response: analysisCodec,
  outcome: '',
  isQuick: false,
  answer: (world) => async (body) => {
    const { accounts, account, power = false, ...supposed } = body
    const { lost = [], stolen = [], without = [], weight = [], threshold = [], leave = [] } = supposed
    const analyzed = await analyzeFile(portsOf(world, new Map([['accounts', fileText(accounts)]])))({
      file: 'accounts',
      account: O.fromNullable(account),
      supposed: { lost, stolen, without, weight, threshold, leave },
      power,
      asked: [],
    })()
    return E.map(analysisJson)(analyzed)
  },
})
