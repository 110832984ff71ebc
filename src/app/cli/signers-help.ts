/** What `quorate signers --help` says around its options. */

/** Before everything else: how it is used. */
export const EXAMPLES = `Examples
  quorate signers add-signer.xdr --account joint.quorate.yaml
      who must still sign, and who could instead
  quorate signers payment.xdr --account company.quorate.yaml \\
      --available chen,dalia,eko --prefer eko
      who of these three, and one of them rather than the others
  quorate signers payment.xdr --account company.quorate.yaml \\
      --fewest people --holder chen=zoe --holder dalia=zoe
      whom to ask, where one person holds two keys
  quorate signers --batch cases.jsonl > completions.jsonl
      many cases, one line of JSON each
`

/** After the options: what they leave open. */
export const NOTES = `
Every set of signers that is shown completes the envelope, and none of its
members can be left out; each was put to the evaluator. The first costs least:
one for each signature, unless options say otherwise. Signers are named as in
the account files, or by their keys.

Keys that an account file calls lost are not asked; what they have signed
counts.

--horizon and --rpc fetch accounts that no file describes, as for
\`quorate evaluate\`.

A batch has one case a line, as for \`quorate evaluate\`; a case may also say whom
to ask: "available": ["G..."]. The answer lists 100 sets, or --most.

Exit codes
  0  complete: nobody has to sign, and nothing has to go
  1  somebody must sign, or signatures must go, or nobody can complete it
  2  bad input or usage; of a batch: a line could not be read
  3  a fault of this program
  4  undetermined: an account that decides was not given or could not be
     fetched, or the search was cut short
`
