import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'chai'
import { parse } from 'yaml'
import { openApiDocument } from '../../../src/app/server/http/document.js'
import { read } from '../../support/repository.js'
import { runCliHere } from '../../support/run-cli.js'
import { temporaryFolder } from '../../support/temporary-folder.js'
import { serverHere, type ServerHere } from './server-here.js'

interface Example {
  readonly file: string
  readonly accounts: readonly string[]
  readonly protocol?: number
  readonly phase?: string
  readonly code: string | null
}

const EXAMPLES = JSON.parse(read('examples/expected.json')) as readonly Example[]

/** Files that import others are not whole in a request about an envelope. */
const isWhole = ({ accounts }: Example): boolean =>
  accounts.every((file) => !/^(?:import|presets):/m.test(read(file)))

const ASKED = EXAMPLES.filter(isWhole)

/** An account file as an object; all other forms as the texts that they are. */
const accountsOf = ({ accounts }: Example): readonly unknown[] =>
  accounts.map((file): unknown => (/\.ya?ml$/.test(file) ? parse(read(file)) : read(file)))

const SERVER = 'GB7FCVRA5KFXID6YGHJ5QUHZMVCO7ZFSHHUKIQ5X2DXPFXJO2XL6QVGJ'
const DOMAIN = 'anchor.example'
const NOW = '2023-11-14T22:20:00Z'

const CHALLENGES = [
  'unsigned',
  'by-ann',
  'by-ann-and-bo',
  'by-ann-twice',
  'by-disabled-master',
  'by-stranger',
].flatMap((name) => [[`${name}.challenge`, false] as const, [`${name}.challenge`, true] as const])

type Schemas = Readonly<
  Record<
    string,
    {
      readonly post?: {
        readonly requestBody: { readonly content: Readonly<Record<string, { readonly schema: object }>> }
        readonly responses: Readonly<
          Record<string, { readonly content: Readonly<Record<string, { readonly schema: object }>> }>
        >
      }
    }
  >
>

describe('the server says what the commands say', function () {
  this.timeout(60_000)
  let server: ServerHere
  let paths: Schemas
  const ajv = new Ajv2020({ strict: false, allErrors: true })

  before(async () => {
    server = await serverHere()
    paths = ((await openApiDocument('0.1.0')) as { readonly paths: Schemas }).paths
  })

  const fits = (schema: object | undefined, value: unknown): void => {
    if (schema === undefined) throw new Error('there is no schema')
    const isFit = ajv.validate(schema, value)
    expect(isFit, ajv.errorsText()).to.equal(true)
  }

  /** Asks both, and holds the request and the answer to the description. */
  const same = async (
    path: string,
    body: Readonly<Record<string, unknown>>,
    args: readonly string[],
    renamed: (answer: string) => string = (answer) => answer,
  ): Promise<void> => {
    const answer = await server.post(path, body)
    const { stdout, stderr } = await runCliHere(...args, '--format', 'json')
    if (stderr !== '') {
      expect(answer.statusCode).to.equal(400)
      const codes = (text: string) =>
        (JSON.parse(text) as { readonly errors: readonly { readonly code: string }[] }).errors.map(
          ({ code }) => code,
        )
      expect(codes(answer.body)).to.deep.equal(codes(stderr))
      return
    }
    expect(answer.statusCode, answer.body.slice(0, 300)).to.equal(200)
    expect(JSON.parse(renamed(answer.body))).to.deep.equal(JSON.parse(stdout))
    const { post } = paths[path] ?? {}
    fits(post?.requestBody.content['application/json']?.schema, body)
    fits(post?.responses['200']?.content['application/json']?.schema, answer.json())
  }

  const flagsOf = ({ accounts, protocol }: Example): readonly string[] => [
    '--account',
    ...accounts,
    ...(protocol === undefined ? [] : ['--protocol', String(protocol)]),
  ]

  const bodyOf = (example: Example): Readonly<Record<string, unknown>> => ({
    accounts: accountsOf(example),
    ...(example.protocol === undefined ? {} : { protocol: example.protocol }),
  })

  it('are most of the examples', () => {
    expect(ASKED.length).to.be.greaterThan(60)
    expect(ASKED.length).to.be.at.least(EXAMPLES.length * 0.9)
  })

  it('evaluate: every example', async () => {
    for (const example of ASKED) {
      const phase = example.phase === undefined ? {} : { phase: example.phase }
      await same('/v1/evaluate', { envelope: read(example.file).trim(), ...bodyOf(example), ...phase }, [
        'evaluate',
        example.file,
        ...flagsOf(example),
        ...(example.phase === undefined ? [] : ['--phase', example.phase]),
      ])
    }
  })

  /** One of each folder and each code. */
  const some = (): readonly Example[] => [
    ...new Map(
      ASKED.filter(({ protocol, phase }) => protocol === undefined && phase === undefined).map(
        (one) => [`${one.file.split('/')[1] ?? ''} ${String(one.code)}`, one] as const,
      ),
    ).values(),
  ]

  it('signers, trim, simulate: examples of each folder and each code', async () => {
    for (const example of some()) {
      const envelope = read(example.file).trim()
      const file = JSON.stringify(example.file).slice(1, -1)
      await same('/v1/signers', { envelope, ...bodyOf(example) }, [
        'signers',
        example.file,
        ...flagsOf(example),
      ])
      await same(
        '/v1/trim',
        { envelope, ...bodyOf(example) },
        ['trim', example.file, ...flagsOf(example)],
        (text) =>
          text.replaceAll('"envelope"]', `"${file}"]`).replaceAll('"copy":"envelope"', `"copy":"${file}"`),
      )
      await same(
        '/v1/simulate',
        { envelopes: [envelope], ...bodyOf(example) },
        ['simulate', example.file, ...flagsOf(example)],
        (text) => text.replaceAll('"envelopes[0]"', `"${file}"`),
      )
    }
  })

  it('analyze: every file of an example', async () => {
    const files = [...new Set(some().flatMap(({ accounts }) => accounts))].filter((file) =>
      file.endsWith('.yaml'),
    )
    expect(files.length).to.be.greaterThan(5)
    for (const file of files)
      await same('/v1/analyze', { accounts: parse(read(file)) as object, power: true }, [
        'analyze',
        file,
        '--power',
      ])
  })

  it('signers, analyze: a file that calls a key lost', async () => {
    const text = read('examples/company/account.quorate.yaml').replace(
      /^  bo: (G\w+)$/m,
      '  bo: { key: $1, lost: 2026-05-01 }',
    )
    const folder = temporaryFolder({ 'company.yaml': text })
    try {
      const file = join(folder.path, 'company.yaml')
      const named = (as: string) => (answer: string) => answer.replace(`"file":"${as}"`, `"file":"${file}"`)
      const envelope = 'examples/company/payment.2-of-6.rejected.xdr'
      const args = ['signers', envelope, '--account', file]
      const body = { envelope: read(envelope).trim(), accounts: [text] }
      expect((await runCliHere(...args)).stdout).to.include('bo is not asked')
      await same('/v1/signers', body, args, named('accounts[0]'))
      await same('/v1/analyze', { accounts: text }, ['analyze', file], named('accounts'))
    } finally {
      folder.remove()
    }
  })

  it('check: a policy, and a policy beside the one before', async () => {
    const [name, today] = ['account.quorate.yaml', '2026-03-01']
    const text = read('examples/joint/account.quorate.yaml')
    const path = `examples/joint/${name}`
    const inFolder = (answer: string): string => answer.replaceAll(`"${name}"`, `"${path}"`)
    const fingerprints = (answer: string): string =>
      answer.replace(/"fingerprint":"[^"]*"/g, '"fingerprint":""')
    const answer = await server.post('/v1/check', { files: { [path]: text }, today })
    const { stdout } = await runCliHere('check', path, '--today', today, '--format', 'json')
    expect(JSON.parse(inFolder(fingerprints(answer.body)))).to.deep.equal(
      JSON.parse(JSON.stringify(JSON.parse(stdout)).replace(/"fingerprint":"[^"]*"/g, '"fingerprint":""')),
    )
    const looser = text.replace(/high: 3/, 'high: 1')
    expect(looser).not.to.equal(text)
    const compared = await server.post('/v1/check', {
      files: { [name]: looser },
      base: { [name]: text },
      notLooser: true,
      today,
    })
    expect(compared.json<{ readonly outcome: string }>().outcome).to.equal('no')
    fits(paths['/v1/check']?.post?.responses['200']?.content['application/json']?.schema, compared.json())
  })

  it('sep10/verify: every example', async () => {
    const account: unknown = parse(read('examples/login/account.quorate.yaml'))
    for (const [file, absent] of CHALLENGES) {
      const body = {
        challenge: read(`examples/login/${file}`).trim(),
        ...(absent ? { absent } : { accounts: [account] }),
        network: 'testnet',
        server: SERVER,
        homeDomains: [DOMAIN],
        now: NOW,
      }
      await same('/v1/sep10/verify', body, [
        'sep10',
        'verify',
        `examples/login/${file}`,
        '--account',
        absent ? 'absent' : 'examples/login/account.quorate.yaml',
        '--network',
        'testnet',
        '--server',
        SERVER,
        '--home-domain',
        DOMAIN,
        '--now',
        NOW,
      ])
    }
  })

  it('lines: the same text as of a batch', async () => {
    const example = ASKED[0]!
    const line = JSON.stringify({
      id: '1',
      networkPassphrase: 'Test SDF Network ; September 2015',
      accounts: [],
      envelope: read(example.file).trim(),
    })
    for (const path of ['/v1/evaluate', '/v1/signers', '/v1/trim', '/v1/simulate']) {
      const answer = await server.post(path, `${line}\n\n{"id":"2"}\n`, {
        'content-type': 'application/x-ndjson',
      })
      expect(answer.statusCode).to.equal(200)
      const lines = answer.body
        .trimEnd()
        .split('\n')
        .map((one) => JSON.parse(one) as Readonly<Record<string, unknown>>)
      expect(lines.map(({ id }) => id)).to.deep.equal(['1', '2'])
      expect(lines[1]).to.have.property('error')
    }
    const refused = await server.post('/v1/analyze', line, { 'content-type': 'application/x-ndjson' })
    expect(refused.statusCode).to.equal(415)
  })
})
