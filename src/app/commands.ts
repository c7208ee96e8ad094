import type { Command } from '#cli/command.ts'

/**
 * Every command of `enishi`, in the order in which help lists them. Each is loaded when it is called:
 * whoever asks for one reads neither the server's modules nor the other commands'.
 */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => {
    const [{ serveCommand }, { serve }] = await Promise.all([
      import('#cli/serve.ts'),
      import('./serve.ts'),
    ])
    return serveCommand(serve)
  },
  init: async () => (await import('#cli/init.ts')).initCommand,
  member: async () => (await import('#cli/member.ts')).memberCommand,
  key: async () => (await import('#cli/key.ts')).keyCommand,
  import: async () => {
    const [{ importCommand }, { openListeningHere }] = await Promise.all([
      import('#cli/import.ts'),
      import('./listening.ts'),
    ])
    return importCommand(openListeningHere)
  },
  simulate: async () => (await import('#cli/simulate.ts')).simulateCommand,
  export: async () => (await import('#cli/export.ts')).exportCommand,
  read: async () => (await import('#cli/read.ts')).readCommand,
  influence: async () => (await import('#cli/influence.ts')).influenceCommand,
  attribute: async () => (await import('#cli/attribute.ts')).attributeCommand,
  match: async () => (await import('#cli/match.ts')).matchCommand,
  graph: async () => (await import('#cli/graph.ts')).graphCommand,
  privacy: async () => (await import('#cli/privacy.ts')).privacyCommand,
  backup: async () => (await import('#cli/backup.ts')).backupCommand,
  restore: async () => (await import('#cli/backup.ts')).restoreCommand,
  doctor: async () => (await import('#cli/doctor.ts')).doctorCommand,
}
