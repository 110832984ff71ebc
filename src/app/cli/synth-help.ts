/** What `quorate synth --help` says around its options. */

/** Before everything else: how it is used. */
export const EXAMPLES = `Examples
  quorate synth --high "chair and any 1 of (anna, bruno)"
      the smallest weights and thresholds for just that, or why there are none
  quorate synth treasury.quorate.yaml --account treasury \\
      --medium "any 2 of board" --high "chair and board"
      several levels at once, with the keys and groups of a policy
  quorate synth treasury.quorate.yaml --account treasury
      the smallest numbers with which the account keeps what the policy promises
`

/** After the options: what they leave open. */
export const NOTES = `
A WISH says exactly who can act: names joined by \`and\` or by \`or\`, parentheses,
and \`any K of\`, \`K of\` or \`all of\` before a name, names with commas, or a list
in parentheses. The name of a group alone is all of it. A level without a wish
takes what the next level above it takes; the highest, what the next one below
takes.

One weight for each key and all levels; a threshold for each level; all of them
255 at most, and 20 signers beside the master key. First the greatest threshold
is as small as it can be, then the sum of all weights, then the sum of the
thresholds, then each weight. Keys that nothing tells apart weigh the same.

Exit codes
  0  found
  1  impossible, with the proof and with what can be done instead
  2  bad input or usage
  3  a fault of this program
  4  nothing was found in time, some promises could not be asked, or a test of
     the policy does not pass
`
