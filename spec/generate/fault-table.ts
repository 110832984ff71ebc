/** The table of faults in `docs/guide/account-sources.md`, between its two marks. */
import { FAULTS, type Fault, type Outcome } from '../contract/ledger-source.js'
import { read } from '../support/repository.js'
import type { Generated } from './generated.js'

const PATH = 'docs/guide/account-sources.md'
const BEGIN = '<!-- begin generated faults -->'
const END = '<!-- end generated faults -->'

const cell = (outcome: Outcome | undefined): string => {
  if (outcome === undefined) return ''
  return outcome === 'known' || outcome === 'absent' ? `**${outcome}**` : `\`${outcome}\``
}

const line = ({ what, horizon, rpc, isAskedAgain = false }: Fault): string =>
  `| ${what} | ${cell(horizon)} | ${cell(rpc)} | ${isAskedAgain ? 'yes' : ''} |`

const table = (): string =>
  [
    '| What comes | Horizon | Stellar RPC | Asked again |',
    '| --- | --- | --- | --- |',
    ...FAULTS.map(line),
  ].join('\n')

export const faultTable = async (): Promise<readonly Generated[]> => {
  const text = read(PATH)
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`${PATH} has no \`${BEGIN}\` before \`${END}\``)
  const head = text.slice(0, from + BEGIN.length)
  return [{ path: PATH, text: `${head}\n\n${table()}\n\n${text.slice(to)}` }]
}
