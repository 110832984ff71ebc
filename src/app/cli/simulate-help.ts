/** What `quorate simulate --help` says around its options. */

/** Before everything else: how it is used. */
export const EXAMPLES = `Examples
  quorate simulate add-signer.xdr --account joint.quorate.yaml
      what the account is after one envelope
  quorate simulate first.xdr second.xdr --account escrow.quorate.yaml
      one after the other: can the second still run?
  quorate simulate rotate.xdr -a alice.json --ledger 51000294 \\
      --close-time 2026-01-31T12:00:00Z
      bounds and ages of transactions are judged too
  quorate simulate --batch cases.jsonl > after.jsonl
      many cases, one line of JSON each
`

/** After the options: what they leave open. */
export const NOTES = `
Each ENVELOPE is validated as of the accounts that the ones before it left, and
applied if the network would take it in. One that is refused changes nothing.

--ledger and --close-time hold for every envelope. Without them bounds and ages
of transactions are not judged. Accounts from account files have no balance and
no sequence number: then fee, reserve and sequence are not judged. Whatever had
to be assumed is said at the end. Operations that are not followed are taken to
succeed; --fails says otherwise.

--horizon and --rpc fetch accounts that no file describes, as for
\`quorate evaluate\`: here also those that operations create, pay, merge into or
sponsor.

A batch has one case a line, as for \`quorate evaluate\`; a case may also have
"accountSponsors": {account: sponsor}, "ledgerSeq", "closeTime", and in the
place of "envelope" a list "steps": [{"envelope", "ledgerSeq", "closeTime"}]; a
case or a step may say "fails": {"0": "CODE"}, with positions from 0. One
envelope is taken to be in a ledger, whatever validation says of it, unless the
line says "phase": "validate"; steps are validated first, each.

Exit codes
  0  every envelope was applied, and did what it says
  1  one was refused, or failed; warnings do not change the exit code
  2  bad input or usage; of a batch: a line could not be read
  3  a fault of this program
  4  undetermined: an account that decides was not given, or could not be
     fetched
`
