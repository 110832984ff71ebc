/** What `quorate trim --help` says around its options. */

/** Before everything else: how it is used. */
export const EXAMPLES = `Examples
  quorate trim payment.xdr --account joint.quorate.yaml > ready.xdr
      leaves out what the network would refuse, and says what that was
  quorate trim from-bilal.xdr from-carina.xdr --account joint.quorate.yaml
      several partially signed copies of one transaction as one
  quorate trim --batch cases.jsonl > trimmed.jsonl
      many cases, one line of JSON each
`

/** After the options: what they leave open. */
export const NOTES = `
The envelope goes to standard output, in base64 and ready to be submitted; what
was kept and dropped, and why, goes to standard error. Nothing but the list of
signatures is different from the first ENVELOPE, to the byte.

As many signatures as possible are kept of which none can be left out; of equal
numbers the earliest. --keep usable keeps more: all that the network uses, in an
order in which it does.

The hash of a fee bump covers the inner signatures. They are touched only with
--allow-inner; then every outer signature is void and left out, and the exit
code is 1, because the fee bump has to be signed again.

--horizon and --rpc fetch accounts that no file describes, as for
\`quorate evaluate\`.

A batch has one case a line, as for \`quorate evaluate\`; a case may also have
more copies of its envelope, "copies": ["..."], and "allowInner": true.

Exit codes
  0  the envelope that was printed can be submitted
  1  it cannot: more signatures are needed, or the fee bump has to be signed
     again
  2  bad input or usage, such as copies of different transactions
  3  a fault of this program
  4  undetermined: an account that decides was not given, or could not be
     fetched
`
