/** Keys and groups of a policy, as codecs. */
import * as t from 'io-ts/lib/index.js'
import { anyOf, byName, closed, described, list, oneOrMore, pattern } from './shape.js'
import { custody, day, glob, sentence, word } from './words.js'

const strkey = described(
  'The public key: G…, or T…, X…, P… for signers of other kinds. Never a secret seed.',
  pattern('a key', '^[GTXP][A-Z2-7]{55,164}$'),
)

const proof = closed({
  on: described('The day of the signature.', day),
  message: described('The message that the key signed, as SEP-53 says.', sentence),
  signature: described('64 bytes in base64.', pattern('base64', '^[A-Za-z0-9+/]{86}==$')),
})

const facts = {
  holder: described('Who has the key.', word),
  role: described('What the holder is.', word),
  device: described('On what it is.', word),
  vendor: described('Who made the device.', word),
  location: described('Where its copies are.', oneOrMore(word)),
  custody: described('Who keeps it.', custody),
  online: described('Whether it signs on a machine that is online.', t.boolean),
  added: described('The day on which it was made.', day),
  lost: described('The day since which nobody has it.', day),
  proof: described('A message that the key signed, for everybody to verify.', proof),
}

/** The `keys` section. */
export const keysSection = byName(word, anyOf(strkey, closed({ key: strkey }, facts)))

const selector = closed(
  {},
  {
    match: described('A pattern of names, in which `*` stands for any characters.', glob),
    holder: word,
    role: word,
    device: word,
    vendor: word,
    location: word,
    custody,
    online: t.boolean,
  },
  1,
)

/** The `groups` section. */
export const groupsSection = byName(
  word,
  anyOf(
    described('Names of keys and of groups.', list(word, 0)),
    described('All keys of which this holds.', selector),
  ),
)
