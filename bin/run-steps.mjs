/** Runs the steps of `bin/check` and sums them up. Built-ins only, for Node 20 and later. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** CI gives 90 minutes; a step that would run on is ended so that the summary is still printed. */
const BUDGET_MINUTES = 85

const LEFT_OUT = /(^|\/)(node_modules|samples|fixtures)(\/|$)/

/** Whether any file that the step needs is there yet. */
function isDue(root, { when }) {
  if (when === undefined) return true
  const [folders, pattern] = when
  return folders
    .split(',')
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true }))
    .some((file) => !LEFT_OUT.test(file) && pattern.test(file))
}

/** What vitest counted, read from its JSON report; null when it wrote none or a broken one. */
export function readCounts(file) {
  if (!existsSync(file)) return null
  try {
    const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(
      readFileSync(file, 'utf8'),
    )
    return { passed: Number(passed), failed: Number(failed) }
  } catch (error) {
    process.stderr.write(`${file}: ${error.message}\n`)
    return null
  }
}

/** So many failed tests are named in the summary. */
const NAMED_MAX = 20

const firstLine = (text) =>
  String(text ?? '')
    .split('\n', 1)[0]
    .slice(0, 200)

/**
 * Which tests failed and with which words, read from vitest's JSON report: the summary is
 * often all that is kept of a run. A file that could not be loaded is named by itself.
 */
export function readFailures(file) {
  if (!existsSync(file)) return []
  try {
    return JSON.parse(readFileSync(file, 'utf8')).testResults.flatMap(failuresOf)
  } catch (error) {
    return [`${file}: ${error.message}`]
  }
}

/** What a browser waited for: the end of the log of calls that Playwright writes behind its error. */
const CALL_LOG = /\nCall log:\n((?:[ \t]+.*(?:\n|$))+)/
const LOG_LINES = 4

/** The error, the line of the test on which it came, and what a browser waited for. */
function wordsOf(failure, file) {
  const text = stripVTControlCharacters(String(failure ?? ''))
  const line = text.split(`${file}:`)[1]?.match(/^\d+/)?.[0]
  const log =
    CALL_LOG.exec(text)?.[1]
      ?.trim()
      .split(/\s*\n\s*/) ?? []
  return [
    line === undefined ? firstLine(text) : `line ${line}: ${firstLine(text)}`,
    ...log.slice(-LOG_LINES).map((each) => each.slice(0, 200)),
  ].join(' | ')
}

/** A test that was tried again failed each time, perhaps for something else: each is named once. */
function failuresOf({ name, status, message, assertionResults = [] }) {
  const failed = assertionResults.filter((one) => one.status === 'failed')
  if (failed.length === 0) return status === 'failed' ? [`${name}: ${firstLine(message)}`] : []
  return failed.map(({ fullName, failureMessages = [] }) => {
    const words = new Set(failureMessages.map((failure) => wordsOf(failure, name)))
    return `${name}: ${fullName}: ${[...words].join('; then ')}`
  })
}

/** A step that failed counts as a failure even where no test did: a file that could not be loaded, a crash. */
export function countStep(isPassed, counts) {
  if (counts === null) return isPassed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  return isPassed ? counts : { passed: counts.passed, failed: Math.max(1, counts.failed) }
}

function runStep(root, step, endMs) {
  const { name, command, env = {}, counts } = step
  const report = join(root, '.cache', 'check', `${name}.json`)
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const dashes = command.startsWith('npm ') ? ['--'] : []
  const [program, ...args] = command.split(' ')
  const all = counts === 'tests' ? [...args, ...dashes, ...reporters] : args
  const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`
  const startedMs = Date.now()
  const ran = spawnSync(program, all, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: path, ...env },
    timeout: Math.max(1, endMs - startedMs),
  })
  if (ran.error !== undefined) process.stderr.write(`${program}: ${ran.error.message}\n`)
  const seconds = (Date.now() - startedMs) / 1000
  const isPassed = ran.status === 0
  return {
    ...step,
    isPassed,
    seconds,
    ...countStep(isPassed, counts === 'tests' ? readCounts(report) : null),
    failures: counts === 'tests' ? readFailures(report) : [],
  }
}

function summaryLine({ name, command, isDue: due, isPassed, seconds = 0, passed, failed }) {
  const verdict = !due ? 'none yet' : isPassed ? 'pass' : 'FAIL'
  const time = due ? `${seconds.toFixed(1)} s`.padStart(9) : ''.padStart(9)
  const numbers = due ? `${passed} passed, ${failed} failed` : ''
  return `${verdict.padEnd(8)} ${name.padEnd(12)} ${time}  ${command}  ${numbers}`.trimEnd()
}

function failureLines(results) {
  const named = results.flatMap(({ name, failures = [] }) =>
    failures.map((one) => `${name}: ${one}`),
  )
  if (named.length === 0) return ''
  const more = named.length > NAMED_MAX ? [`and ${named.length - NAMED_MAX} more`] : []
  return `\n${[...named.slice(0, NAMED_MAX), ...more].join('\n')}\n`
}

/** Runs every step, prints the summary, answers with the exit code. */
export function runSteps(root, steps) {
  mkdirSync(join(root, '.cache', 'check'), { recursive: true })
  const results = []
  const endMs = Date.now() + BUDGET_MINUTES * 60_000
  for (const step of steps) {
    const due = isDue(root, step)
    process.stdout.write(`\n=== ${step.name}: ${due ? step.command : 'none yet'}\n`)
    results.push({
      ...(due ? runStep(root, step, endMs) : { ...step, passed: 0, failed: 0 }),
      isDue: due,
    })
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  process.stdout.write(
    `\n${results.map(summaryLine).join('\n')}\n${failureLines(results)}\n${passed} passed, ${failed} failed\n`,
  )
  return failed === 0 ? 0 : 1
}
