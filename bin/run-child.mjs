/**
 * Starting another program so that it seems to be this one. Plain JavaScript on
 * built-ins only, for Node 20 and later.
 */
import { spawn, spawnSync } from 'node:child_process'
import { accessSync, existsSync, constants as modes } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { pinnedPaths } from './node-choice.mjs'

/** The pinned Node of this platform with the version it answers, or null when none is installed. */
export function findPinnedNode(root) {
  const path = pinnedPaths(root, process.platform, process.arch).find((at) => existsSync(at))
  if (path === undefined) return null
  const asked = spawnSync(path, ['--version'], { encoding: 'utf8' })
  return { path, version: asked.status === 0 ? asked.stdout.trim() : null }
}

/**
 * Runs a program on our own terminal and answers with its exit code (128 + the
 * signal's number where a signal ended it).
 *
 * A Ctrl-C goes to the whole foreground group, so the child has it already; one
 * sent to this process alone has not reached the child. Nothing tells the two
 * apart, so `interrupts` says what to do: `ignore` leaves it to the group,
 * `forward` hands it on to a child that takes two close ones for one
 * (see `takeCloseSignalsForOne`).
 */
export function runChild(command, args, { env = process.env, cwd, interrupts = 'ignore' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env, cwd })
    const pass = (signal) => child.kill(signal)
    const onInterrupt = interrupts === 'forward' ? pass : () => undefined
    process.on('SIGINT', onInterrupt)
    process.on('SIGTERM', pass)
    process.on('SIGHUP', pass)
    const release = () => {
      process.off('SIGINT', onInterrupt)
      process.off('SIGTERM', pass)
      process.off('SIGHUP', pass)
    }
    child.once('error', (error) => {
      release()
      reject(error)
    })
    child.once('exit', (code, signal) => {
      release()
      resolve(signal === null ? (code ?? 1) : 128 + (constants.signals[signal] ?? 0))
    })
  })
}

/** The file that a command name stands for on a PATH; undefined when there is none. */
export function findOnPath(command, path) {
  if (command.includes('/')) return existsSync(command) ? command : undefined
  const files = path.split(delimiter).map((folder) => join(folder, command))
  return files.find((file) => {
    try {
      accessSync(file, modes.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/**
 * Replaces this process by the program, so that signals, exit code and even
 * kill -9 are its own. Returns only where that is impossible: an older Node, or
 * no such program. Call it before anything is written: standard streams that
 * this process has opened would be handed over in non-blocking mode.
 */
export function becomeProgram(command, args, env) {
  const file = findOnPath(command, env.PATH ?? '')
  if (file === undefined || typeof process.execve !== 'function') return
  process.execve(file, [command, ...args], env)
}

const CLOSE_MS = 1000
const DOUBLED = new Set(['SIGINT', 'SIGTERM'])

/**
 * Makes this process see two equal signals less than a second apart as one: the
 * one that a terminal or a service manager sends to all, and the same handed on
 * by a launcher or by npm. A later, second Ctrl-C comes through.
 */
export function takeCloseSignalsForOne(now = () => performance.now()) {
  const emit = process.emit
  const lastMs = new Map()
  process.emit = function emitOnce(name, ...rest) {
    if (DOUBLED.has(name)) {
      const before = lastMs.get(name) ?? Number.NEGATIVE_INFINITY
      lastMs.set(name, now())
      if (now() - before < CLOSE_MS) return true
    }
    return emit.call(this, name, ...rest)
  }
}
