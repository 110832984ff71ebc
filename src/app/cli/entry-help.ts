/** What `quorate entry --help` says around its options. */

/** Before everything else: how it is used. */
export const EXAMPLES = `Examples
  quorate entry entry.xdr --account joint.quorate.yaml --ledger 61000000
      an authorization entry in a file, and who may sign for its account
  quorate entry AAAAAQAAAA... --account alice.json --network public \\
      --format json
      base64 as it is, and an answer for programs
`

/** After the options: what they leave open. */
export const NOTES = `
ENTRY is a SorobanAuthorizationEntry in base64, as a simulation answers it and a
wallet signs it: a path if a file of that name exists, base64 otherwise, or -
for standard input. Entries inside an envelope are judged by \`quorate evaluate\`.

Without --ledger an entry is judged as one that has not expired; the page says
until when. Whether its nonce was used is never known here.

Exit codes
  0  it authorizes the call
  1  it authorizes nothing
  2  bad input or usage
  3  a fault of this program
  4  undecided: the account was not given; or a contract decides, or the
     signatures of the envelope
`
