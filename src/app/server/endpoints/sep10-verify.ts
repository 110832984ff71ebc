/** `POST /v1/sep10/verify`: who authenticated by a challenge. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import { authenticationJson } from '../../../edge/report/index.js'
import { GRACE } from '../../../edge/sep10/index.js'
import { about } from '../../../kernel/model/index.js'
import { parseCloseTime } from '../../programs/ledger-time.js'
import { ABSENT, parseLevel, verifyChallenge } from '../../programs/sep10.js'
import { authenticationCodec } from '../answers/authentication.js'
import { defineEndpoint } from '../define-endpoint.js'
import { fileText, networkOf, portsOf, questionForms } from '../question.js'
import { closed, described, list, text, whole, words, yesOrNo } from '../wire/forms.js'

const request = closed(
  'an object with `challenge`, `server` and `homeDomains`',
  {
    challenge: described(
      'The transaction that the client signed, in base64.',
      text('a challenge', 64 * 1024),
    ),
    server: described('The account whose key signs challenges.', text('an account (G…)', 100)),
    homeDomains: described('Domains that the server speaks for.', list(text('a domain', 253), 32, 1)),
  },
  {
    accounts: questionForms.accounts,
    absent: described(
      'Whether the ledger is known to have no account of the client; then its master key alone speaks for it. A source that failed did not say so.',
      yesOrNo,
    ),
    network: questionForms.network,
    webAuthDomain: described('The domain of the server itself.', text('a domain', 253)),
    level: described(
      '`low`, `medium`, `high`, or a weight as a text; `medium` where it is not said.',
      text('a level', 8),
    ),
    profile: described(
      "`strict`: the network's rules, which is the default; `literal`: the text of SEP-10.",
      words('strict', 'literal'),
    ),
    now: described(
      'When it is judged: seconds since 1970 as a text, or ISO 8601 with a zone; the clock of the server where it is not said.',
      text('a time', 40),
    ),
    grace: described('Seconds by which clocks may differ; 300 where it is not said.', whole(0, 86_400)),
  },
)

export const sep10VerifyEndpoint = defineEndpoint({
  id: 'sep10/verify',
  summary: 'Who authenticated by a challenge?',
  description:
    'The answer of `quorate sep10 verify --format json`. Let somebody in where `state` is the text `authenticated`, and nowhere else; it is `challenge.client` who came in.',
  request,
  response: authenticationCodec,
  outcome: 'state',
  isQuick: true,
  answer: (world) => async (body, signal) => {
    const { challenge, server, homeDomains, accounts = [], absent = false, ...rest } = body
    const network = networkOf(world, rest.network)
    if (E.isLeft(network)) return network
    const level = E.mapLeft(about('level'))(parseLevel(rest.level ?? 'medium'))
    if (E.isLeft(level)) return E.left(NEA.of(level.left))
    const now =
      rest.now === undefined ? E.right(world.now()) : E.mapLeft(about('now'))(parseCloseTime(rest.now))
    if (E.isLeft(now)) return E.left(NEA.of(now.left))
    const files = accounts.map((one, index) => [`accounts[${String(index)}]`, fileText(one)] as const)
    const verified = await verifyChallenge(portsOf(world, new Map([['challenge', challenge], ...files])))({
      challenge: 'challenge',
      accounts: [...files.map(([name]) => name), ...(absent ? [ABSENT] : [])],
      network: network.right,
      server,
      homeDomains,
      webAuthDomain: O.fromNullable(rest.webAuthDomain),
      level: level.right,
      profile: rest.profile ?? 'strict',
      now: now.right,
      grace: rest.grace === undefined ? GRACE : BigInt(rest.grace),
      ...(world.live === undefined || absent ? {} : { live: world.live }),
      ...(signal === undefined ? {} : { signal }),
    })()
    return E.map(authenticationJson)(verified)
  },
})
