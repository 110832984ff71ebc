/** `POST /v1/check`: does every policy still say what was promised? */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import { RULES, type Severity } from '../../../advice/lint/index.js'
import { checkJson } from '../../../edge/report/check/json/reporter.js'
import { checkJsonCodec } from '../../../edge/report/check/json/codecs.js'
import { catalogueOf, outcomeOf, unpainted, type Json } from '../../../edge/report/index.js'
import { failure } from '../../../kernel/model/index.js'
import type { Revisions } from '../../ports.js'
import { beginCheck, checkPrepared, type Checking } from '../../programs/check/check.js'
import { counted, newTally } from '../../programs/check/tally.js'
import { defineEndpoint } from '../define-endpoint.js'
import { fileText, portsOf } from '../question.js'
import { byName, closed, described, list, text, textOrObject, words, yesOrNo } from '../wire/forms.js'
import type { World } from '../world.js'

/** Names with folders, and no way out of them. */
const NAME = /^(?!.*(?:^|\/)\.)[A-Za-z0-9_@-][A-Za-z0-9._@/-]{0,199}$/

const MOST_TEXT = 1024 * 1024

const filesForm = byName(
  'up to 64 files by their names, such as `joint.quorate.yaml`',
  NAME,
  textOrObject('a file, as an object or as a text', MOST_TEXT),
  64,
)

const ids = list(text('the id of a rule', 100), 100)

const request = closed(
  'an object with `files`',
  {
    files: described(
      'Policies, and what they import, by name. All that are called `*.quorate.yaml` or `*.quorate.json` are checked.',
      filesForm,
    ),
  },
  {
    base: described('The policies before, by name.', filesForm),
    notLooser: described('Nobody may gain power over any account; needs `base`.', yesOrNo),
    state: described(
      'The accounts as the network has them.',
      textOrObject('accounts, as an object or as a text', MOST_TEXT),
    ),
    stellarToml: described('The stellar.toml of the domain, to compare with.', text('a text', MOST_TEXT)),
    today: described(
      'The day that ages are counted from; the day of the server where it is not said.',
      text('a day such as 2026-03-01', 10, /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/),
    ),
    failOn: described(
      'From which severity on a finding makes the outcome `no`; `error` where it is not said.',
      words('error', 'warning', 'note'),
    ),
    rule: described('Only these rules; claims and tests are always asked.', ids),
    skip: described('All rules but these.', ids),
  },
)

/** There is no repository here: the policies before come with the request. */
const NO_REVISIONS: Revisions = {
  at: () => () =>
    Promise.resolve(E.left(failure('not-a-repository', 'a request has no revisions', 'give `base`'))),
}

/** Beside the policies, so that no name of a request is one of these. */
const [BASE, STATE, TOML] = ['/base', '/state', '/stellar.toml']

const NOT_LOOSER_ALONE = failure('usage', '`notLooser` compares with what was before', 'give `base` too')

type Given = Readonly<Record<string, string | Readonly<Record<string, unknown>>>>

const textsIn = (folder: string, files: Given | undefined): readonly (readonly [string, string])[] =>
  Object.entries(files ?? {}).map(([name, given]) => [`${folder}${name}`, fileText(given)] as const)

/** The whole report, as the reporter of the command writes it. */
const reportOf = async (world: World, checking: Checking, today: string, failOn: Severity): Promise<Json> => {
  const reporter = checkJson({ catalogue: catalogueOf(RULES), paint: unpainted, width: 80, verbose: false })
  const tally = newTally()
  let text = reporter.head({ version: world.version, today, failOn })
  for await (const prepared of checking.prepared())
    text += reporter.file(counted(tally, O.none, checkPrepared(prepared)))
  const { summary } = tally
  text += reporter.end({ summary, outcome: outcomeOf(summary, failOn) })
  return JSON.parse(text) as Json
}

export const checkEndpoint = defineEndpoint({
  id: 'check',
  summary: 'Does every policy still say what was promised?',
  description:
    'The answer of `quorate check --format json`. All is well where `outcome` is `clean`; policies before are below `/base`.',
  request,
  response: checkJsonCodec,
  outcome: 'outcome',
  isQuick: false,
  answer: (world) => async (body) => {
    const {
      files,
      base,
      notLooser = false,
      state,
      stellarToml,
      failOn = 'error',
      rule = [],
      skip = [],
    } = body
    if (notLooser && base === undefined) return E.left(NEA.of(NOT_LOOSER_ALONE))
    const { today = world.today() } = body
    const texts = new Map([
      ...textsIn('', files),
      ...textsIn(`${BASE}/`, base),
      ...(state === undefined ? [] : [[STATE, fileText(state)] as const]),
      ...(stellarToml === undefined ? [] : [[TOML, stellarToml] as const]),
    ])
    const begun = await beginCheck({ ...portsOf(world, texts), revisions: NO_REVISIONS })({
      paths: [],
      stdinName: O.none,
      base: base === undefined ? O.none : O.some(BASE),
      notLooser,
      only: rule,
      skip,
      today,
      state: state === undefined ? O.none : O.some(STATE),
      stellarToml: stellarToml === undefined ? O.none : O.some(TOML),
    })
    return E.isLeft(begun) ? begun : E.right(await reportOf(world, begun.right, today, failOn))
  },
})
