/** What `quorate check --help` says around its options. */

/** Before everything else: how it is used. */
export const EXAMPLES = `Examples
  quorate check
      every policy below this folder
  quorate check treasury.quorate.yaml --verbose
      one policy, and why its claims hold
  quorate check policies --base origin/main --not-looser \\
      --format github --format sarif=quorate.sarif
      in a pull request: who can do what that they could not before?
  quorate check --baseline known.json --create-baseline
      begin where you are: what is found today counts no more, what is new does
  quorate check --fix-dry-run
      what can be put right without anybody gaining or losing anything
`

/** After the options: what they leave open. */
export const NOTES = `
PATH is a file, or a folder with files that are called *.quorate.yaml, .yml or
.json. A file that another one imports is checked as a part of that one. Folders
whose name starts with a dot, node_modules and links to folders are not
searched; a named folder without any policy is refused.

--base says what \`not-looser-than: base\` is compared with. Accounts are found by
their address, in whichever file of the repository they were. A revision that is
not known, or no git, ends with 2, and a file of that time that may have had the
account and cannot be read with 4: it never means that there was nothing before.

--not-looser asks that of every account, whatever the files promise: a change
cannot take the claim out and the power in.

--format may be given again with files: text, json, jsonl, sarif, junit, github,
markdown. A file is written whole, or not at all.

A baseline and \`ignore\` are for what rules find, never for claims and tests.
Entries that match nothing any more are findings themselves.

Exit codes
  0  every claim holds, every test passes, nothing found counts (--fail-on)
  1  a claim is violated or vacuous, a test failed, something was found, or an
     ignore or a baseline entry is not needed any more
  2  a file could not be read, a report has no place to go to, or bad usage
  3  a fault of this program, or a report that was lost on its way
  4  a claim or a test cannot be decided, and nothing worse
`
