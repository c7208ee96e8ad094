/**
 * Proves that the gates bite: every deliberately bad sample must be flagged, for
 * exactly the reason that it was made for. Exit 1 when one passes.
 *   node bin/check-samples.ts
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkSamples, isAsExpected } from './rules/check-tree.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const samples = join(root, 'test', 'samples')

interface Proof {
  name: string
  isProven: boolean
  /** What the tool said, shown when it did not say what it should. */
  said: string
}

/** Copies a sample to a folder of its own with our configuration, and runs a tool there. */
function runOnCopy(sample: string, configName: string, config: string, command: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'enishi-sample-'))
  try {
    cpSync(sample, folder, { recursive: true })
    writeFileSync(join(folder, configName), config)
    const [program = '', ...args] = command
    const ran = spawnSync(join(root, 'node_modules', '.bin', program), args, {
      cwd: folder,
      encoding: 'utf8',
    })
    return { code: ran.status, said: `${ran.stdout}${ran.stderr}` }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function proveRules(): Proof[] {
  return checkSamples(samples).map((report) => ({
    name: `rules/${report.sample}`,
    isProven: isAsExpected(report),
    said: `expected [${report.expected}], found [${report.found}]`,
  }))
}

/** Our Biome configuration without the parts that lean on this folder's place. */
function portableBiome(): string {
  const { $schema, vcs, ...rest } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
  return JSON.stringify(rest)
}

function proveLint(): Proof[] {
  return readdirSync(join(samples, 'lint')).map((name) => {
    const { code, said } = runOnCopy(join(samples, 'lint', name), 'biome.json', portableBiome(), [
      'biome',
      'ci',
      '--colors=off',
      'src',
    ])
    const isProven = name === 'good' ? code === 0 : code !== 0 && said.includes(name)
    return { name: `lint/${name}`, isProven, said }
  })
}

function proveDeadCode(): Proof {
  const config = readFileSync(join(root, 'knip.json'), 'utf8')
  const { code, said } = runOnCopy(join(samples, 'dead-code'), 'knip.json', config, [
    'knip',
    '--no-config-hints',
  ])
  const isProven =
    code !== 0 &&
    said.includes('never-imported.ts') &&
    said.includes('neverCalled') &&
    !said.includes('alive')
  return { name: 'dead-code', isProven, said }
}

const proofs = [...proveRules(), ...proveLint(), proveDeadCode()]
for (const { name, isProven, said } of proofs) {
  process.stdout.write(isProven ? `ok   ${name}\n` : `FAIL ${name}\n${said}\n`)
}
process.exitCode = proofs.every(({ isProven }) => isProven) ? 0 : 1
