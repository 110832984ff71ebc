/** The endpoints of the OpenAPI document, each with real requests. */
import { parse } from 'yaml'
import { read } from '../support/repository.js'
import type { EndpointSchema } from './hostile-request.js'

interface Operation {
  readonly requestBody: {
    readonly content: Readonly<Record<string, { readonly schema: Readonly<Record<string, unknown>> }>>
  }
  readonly responses: Readonly<Record<string, unknown>>
}

interface Document {
  readonly paths: Readonly<Record<string, { readonly post?: Operation }>>
}

const FOLDERS = ['joint', 'company', 'expense', 'anchor'] as const

const EXAMPLES: Readonly<Record<(typeof FOLDERS)[number], string>> = {
  joint: 'payment.ok.xdr',
  company: '',
  expense: '',
  anchor: 'payment.by-master.ok.xdr',
}

const questions = FOLDERS.filter((folder) => EXAMPLES[folder] !== '').map((folder) => ({
  envelope: read(`examples/${folder}/${EXAMPLES[folder]}`).trim(),
  accounts: [parse(read(`examples/${folder}/account.quorate.yaml`)) as unknown],
  network: 'testnet',
}))

const withHorizon = {
  envelope: questions[0]?.envelope,
  accounts: [JSON.parse(read('examples/horizon/joint.json')) as unknown],
  network: 'testnet',
}

const asked = [...questions, withHorizon]
const policy = read('examples/joint/account.quorate.yaml')

const REAL: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  '/v1/evaluate': [...asked, { ...asked[0], phase: 'apply', protocol: 20 }],
  '/v1/signers': [
    ...asked,
    { ...asked[0], available: ['bilal'], prefer: ['carina'], fewest: 'people', most: 5 },
  ],
  '/v1/trim': [...asked, { ...asked[0], copies: [asked[0]?.envelope], keep: 'usable', prefer: ['bilal'] }],
  '/v1/simulate': asked.map(({ envelope, ...rest }) => ({
    envelopes: [envelope, envelope],
    ...rest,
    fails: ['1:1'],
  })),
  '/v1/analyze': asked.map(({ accounts }) => ({ accounts: accounts[0], power: true })),
  '/v1/check': [
    { files: { 'joint.quorate.yaml': policy }, today: '2026-03-01' },
    {
      files: { 'a.quorate.json': questions[0]?.accounts[0] },
      base: { 'a.quorate.yaml': policy },
      notLooser: true,
    },
  ],
  '/v1/sep10/verify': [
    {
      challenge: read('examples/login/by-ann.challenge').trim(),
      accounts: [parse(read('examples/login/account.quorate.yaml')) as unknown],
      network: 'testnet',
      server: 'GB7FCVRA5KFXID6YGHJ5QUHZMVCO7ZFSHHUKIQ5X2DXPFXJO2XL6QVGJ',
      homeDomains: ['anchor.example'],
      now: '2023-11-14T22:20:00Z',
    },
  ],
}

/** An endpoint, and the statuses that it answers with. */
export interface DocumentedEndpoint extends EndpointSchema {
  readonly statuses: ReadonlySet<number>
}

/** All of them, from the document that is committed. */
export const documentedEndpoints = (): readonly DocumentedEndpoint[] => {
  const { paths } = JSON.parse(read('docs/schema/openapi.json')) as Document
  return Object.entries(paths).flatMap(([path, { post }]) => {
    if (post === undefined) return []
    const { content } = post.requestBody
    const real = REAL[path]
    if (real === undefined) throw new Error(`no real request for ${path}`)
    return [
      {
        path,
        request: content['application/json']?.schema ?? {},
        takesLines: 'application/x-ndjson' in content,
        real,
        statuses: new Set(Object.keys(post.responses).map(Number)),
      },
    ]
  })
}
