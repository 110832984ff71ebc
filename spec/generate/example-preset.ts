/** The example of a preset, with the worthless keys of `examples/`, as the command line prints it. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { key } from '../../examples/generator/keys.js'
import type { Preset } from '../../src/advice/plan/index.js'
import { accountFileYaml } from '../../src/app/programs/account-file-text.js'
import { fillPreset, type FilledPreset } from '../../src/app/programs/preset.js'
import { presetStory } from '../../src/app/programs/preset-told.js'
import { renderLines, unpainted } from '../../src/edge/report/styled.js'
import { NETWORKS } from '../../src/kernel/model/index.js'

/** An example of a preset. */
export interface ExamplePreset {
  readonly filled: FilledPreset
  /** The command that prints it into a file. */
  readonly command: string
  /** The file. */
  readonly yaml: string
  /** What is told beside it. */
  readonly story: string
}

/** The preset as its document has it. */
export const examplePreset = (preset: Preset): ExamplePreset => {
  const { account, master, keys } = preset.example
  const address = `${master === account ? '' : `${master}=`}${key(master)}`
  const signers = keys.map((alias) => `${alias}=${key(alias)}`)
  const filled = fillPreset({
    preset: preset.id,
    name: account === preset.id ? O.none : O.some(account),
    address: O.some(address),
    keys: signers,
    numbers: {},
    network: O.some(NETWORKS.testnet),
  })
  if (E.isLeft(filled)) throw new Error(`${preset.id}: ${filled.left[0].message}`)
  return {
    filled: filled.right,
    command: [
      `quorate preset ${preset.id}${account === preset.id ? '' : ` --name ${account}`} --network testnet`,
      `--address ${address}`,
      ...signers.map((signer) => `--key ${signer}`),
      `> ${account}.quorate.yaml`,
    ].join(' \\\n    '),
    yaml: accountFileYaml(filled.right.parts),
    story: renderLines(unpainted)(presetStory(filled.right)),
  }
}
