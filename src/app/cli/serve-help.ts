/** What `quorate serve --help` shows around its options. */

export const EXAMPLES = `Examples
  quorate serve
  quorate serve --port 9000 --network testnet
  quorate serve --host 0.0.0.0 --token-file /run/secrets/quorate-token
`

export const NOTES = `
Each a POST with JSON, answered as the command answers with --format json
  /v1/evaluate  /v1/signers  /v1/trim   /v1/simulate
  /v1/analyze   /v1/check    /v1/sep10/verify
Also
  /openapi.json  what each takes and answers    /metrics  for Prometheus
  /health        is it alive?                   /ready    does it take requests?

Status 200 says that there is an answer, not that it is yes: go on where
\`verdict\` is \`authorized\`, and nowhere else.

The log goes to standard output, one line of JSON a request, without bodies and
secrets. SIGTERM and SIGINT stop it: what was begun is answered first.

Exit codes  0 stopped, every request answered  1 stopped, some were cut off
            2 wrong usage, or it cannot listen  3 a fault of this program
`
