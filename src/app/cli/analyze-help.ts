/** What `quorate analyze --help` says around its options. */

/** Before everything else: how it is used. */
export const EXAMPLES = `Examples
  quorate analyze treasury.quorate.yaml
      who can do what at each level, and what may be lost or stolen
  quorate analyze accounts.quorate.yaml cold --power
      one account of several, and how much each signer decides
  quorate analyze treasury.quorate.yaml --lost anna --threshold high=4
      before and after side by side
  quorate analyze treasury.quorate.yaml --leave anna,bo,cy
      what is left as people leave one after the other and keep their keys
  quorate analyze treasury.quorate.yaml --format svg > treasury.svg
      a picture
`

/** After the options: what they leave open. */
export const NOTES = `
FILE is an account file (YAML or JSON), accounts as Horizon answers them, ledger
entries in base64, or - for standard input. ACCOUNT is a name or an address.

--lost: the key is configured still, and nobody can sign with it. --stolen: a
thief can sign with it too. --without: the signer is removed. Signers are named
as in the file, or by their keys; a key of the file that is no signer joins with
--weight. Several options hold together. Keys that the file calls lost are
supposed to be.

Loss and theft are told by holder, device, vendor and location where the keys of
an account file say them: { key: G..., holder: anna, location: [office, bank] }.
A key with copies in several places is lost with all, and stolen with any.

Exit codes
  0  every level can be reached
  1  some level can never be reached
  2  bad input or usage
  3  a fault of this program
  4  --by asks for what the file does not say of every key
`
