import { type Command, readArguments, type Settings, type Surroundings } from './command.ts'

const usage = 'serve [--port N] [--data DIR] [--role web,listen,work]'

/** Runs the server until it is told to stop; the composition root says how. */
export function serveCommand(
  serve: (settings: Settings, surroundings: Surroundings) => Promise<number>,
): Command {
  return {
    name: 'serve',
    usage,
    summary: {
      en: 'Run the server (npm start does this)',
      ja: 'サーバーを動かす（npm start と同じ）',
    },
    async run(args, surroundings) {
      const { values } = readArguments(args, OPTIONS, { usage })
      return serve(surroundings.settings(values), surroundings)
    },
  }
}

const OPTIONS = {
  port: { type: 'string' },
  data: { type: 'string' },
  role: { type: 'string' },
} as const
