/** What `quorate evaluate --help` says around its options. */

/** Before everything else: how it is used. */
export const EXAMPLES = `Examples
  quorate evaluate payment.xdr --account joint.quorate.yaml
      an envelope in a file, and another file that says who may sign
  quorate evaluate AAAAAgAAAAD... --account alice.json bob.json --network public
      base64 as it is, and accounts as Horizon answers them
  curl ... | quorate evaluate - --account joint.quorate.yaml --format json
      standard input, and an answer for programs
  quorate evaluate payment.xdr -n public --horizon https://horizon.stellar.org
      accounts as they are in the ledger now; --rpc asks Stellar RPC instead
  quorate evaluate --batch cases.jsonl > verdicts.jsonl
      many envelopes, one line of JSON each
`

/** After the options: what they leave open. */
export const NOTES = `
ENVELOPE is a path if a file of that name exists, and base64 otherwise.

--account takes account files (YAML or JSON), accounts as Horizon answers them,
and ledger entries in base64. What two files say of one account must be the
same.

The network is never guessed: --network or an account file says it, and where
both do they must agree. A passphrase has spaces in it; one that has none
belongs into an account file.

--horizon and --rpc fetch the accounts that are needed and that no file
describes. The server must be of the network that is said; the answer says as of
which ledger it is. An account that cannot be fetched is told, and stays
unknown: no failure of a server makes a yes.

Authorization entries of smart contract calls are judged apart. Nobody looks at
them on submission: then they change neither verdict nor exit code. With --phase
apply, an entry that allows nothing makes it rejected (txFAILED), and one whose
account was not given undetermined. --ledger and --max-entry-ttl are for expiry.

A batch has one case a line: {"id", "networkPassphrase", "envelope", "accounts":
[base64], "closedWorld", "protocol", "phase", "absentAccounts": [],
"unknownAccounts": []}. --network, --closed-world, --protocol and --phase hold
for lines that do not say it. Blank lines are skipped; a line that cannot be
read is answered with its error, and the rest go on.

Exit codes
  0  authorized; of a batch: every line was judged, whatever the verdicts
  1  rejected; with --phase apply also by an authorization entry
  2  bad input or usage; of a batch: a line could not be read
  3  a fault of this program
  4  undetermined: an account that decides was not given, or could not be
     fetched

What is judged is who signed. Sequence number, time, fee, balance, and what the
operations do are not.
`
