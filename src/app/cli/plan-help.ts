/** What `quorate plan --help` says around its options. */

/** Before everything else: how it is used. */
export const EXAMPLES = `Examples
  quorate plan origin/main:treasury.quorate.yaml treasury.quorate.yaml
      which transactions lead from the one to the other, and who signs them
  quorate plan treasury.quorate.yaml wanted.quorate.yaml \\
      --live horizon.json --out plan
      from what the ledger has; unsigned envelopes into a new folder
  quorate plan before.yaml after.yaml --unavailable anna --prove-keys
      without anna; new keys sign once before they matter
`

/** After the options: what they leave open. */
export const NOTES = `
A is what the account is, B what it is to be: files as in \`quorate diff\` (FILE,
REV:FILE, either with #ACCOUNT, an account as Horizon answers it, ledger
entries, or - for standard input). --live is the account as Horizon answers it,
or a ledger entry; --horizon and --rpc fetch it from a server of the network
that the files say. The plan begins there, and how it differs from A is told
first.

One transaction where that is possible: it takes effect as a whole or not at
all. Envelopes need the sequence number of the account, from --live or
--sequence. --out makes a new folder with plan.json and for each transaction
txN.xdr, txN.txrep (SEP-11, for people) and txN.uri (SEP-7, for wallets), all of
them or none; a folder that has something in it is not touched.

--at-hand names signers, never their secrets: an account that only a preimage
opens is undecided without.

Nothing is ever signed or sent. Nobody is asked but the server that you name.

Exit codes
  0  there is a safe plan, or nothing to do
  1  refused: the reason is told
  2  bad input or usage
  3  a fault of this program
  4  undecided: something that it needs is not known, or could not be fetched
 10  with --detailed-exitcode: there is a safe plan, and something to do
`
