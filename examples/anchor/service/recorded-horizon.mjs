// A Horizon that answers from files: the accounts of `ledger/`, as ledger 512 left them. It stands for a real
// one, and the service asks it over HTTP as it would ask that.
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const LEDGER = '512'
const TESTNET = 'Test SDF Network ; September 2015'
const NOT_FOUND = {
  type: 'https://stellar.org/horizon-errors/not_found',
  title: 'Resource Missing',
  status: 404,
  detail: 'The resource at the url requested was not found.',
}

const read = (folder) =>
  new Map(
    readdirSync(folder).map((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8')
      return [`/accounts/${JSON.parse(text).account_id}`, text]
    }),
  )

/** `folder` is a URL that ends in a slash. */
export const recordedHorizon = (folder = new URL('ledger/', import.meta.url)) => {
  const accounts = read(folder)
  return createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://horizon')
    const found = pathname === '/' ? JSON.stringify({ network_passphrase: TESTNET }) : accounts.get(pathname)
    response.writeHead(found === undefined ? 404 : 200, {
      'content-type': found === undefined ? 'application/problem+json' : 'application/hal+json',
      'latest-ledger': LEDGER,
    })
    response.end(found ?? JSON.stringify(NOT_FOUND))
  })
}
