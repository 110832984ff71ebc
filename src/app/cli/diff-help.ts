/** What `quorate diff --help` says around its options. */

/** Before everything else: how it is used. */
export const EXAMPLES = `Examples
  quorate diff origin/main:treasury.quorate.yaml treasury.quorate.yaml
      who can act now and could not before, and the other way round
  quorate diff treasury.quorate.yaml horizon.json
      what a file says, and what the network has
  quorate diff accounts.quorate.yaml#cold accounts.quorate.yaml#warm
      two accounts of one file
  quorate diff treasury.quorate.yaml --horizon https://horizon.stellar.org
      what a file says, and what the ledger has now
`

/** After the options: what they leave open. */
export const NOTES = `
A and B are files that describe accounts (account files, accounts as Horizon
answers them, ledger entries in base64), or - for standard input. REV:FILE is a
file at a git revision; FILE#ACCOUNT is one account of a file, by its name or
its address. Accounts are matched by their address, and those that # names
whatever their addresses.

With --horizon or --rpc, B is the ledger: the accounts of A as a server of the
network of that file has them now.

Of each level: equal, stricter (fewer can act), looser (more can), incomparable
(some can no longer, others can now), each with a smallest group that shows it.
Numbers may change without anybody gaining or losing anything: that is equal.

Exit codes
  0  the same people can do the same things
  1  they cannot
  2  bad input or usage
  3  a fault of this program
  4  an account could not be fetched
`
