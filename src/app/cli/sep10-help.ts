/** What the help of `quorate sep10` says beside the options. */

/** Before the options. */
export const EXAMPLES = `Examples
  quorate sep10 verify challenge.xdr --account alice.yaml --server G... \\
    --home-domain anchor.example --web-auth-domain auth.anchor.example
  quorate sep10 verify challenge.xdr --horizon https://horizon.stellar.org \\
    --network public --server G... --home-domain anchor.example
      the account is fetched; --rpc asks Stellar RPC instead
  quorate sep10 verify - --account absent --server G... \\
    --home-domain anchor.example
      the account does not exist: its own key alone speaks for it
  quorate sep10 verify challenge.xdr --account horizon.json --server G... \\
    --home-domain anchor.example --level high --profile literal
`

/** After the options. */
export const NOTES = `
CHALLENGE is the transaction that the client sent back: a path, base64, or - for
standard input. An account that no file describes is not known, and nothing is
decided; the word absent among the files says that it does not exist. With
--horizon or --rpc it is fetched; without them no connection is opened.

Exit codes
  0  authenticated
  1  refused
  2  bad input or usage
  3  a fault of this program
  4  not decided: the account of the client is not known
`
