import { hydrateNotes, type ListedNote } from '../notes/read-notes.ts'
import { rowsAbout } from './scope.ts'
import { newestRows, type TimelineSource } from './timeline-source.ts'

export interface NoteItem extends ListedNote {
  kind: 'note'
  at: string
}

/** Notes, at the time they were written. */
export const noteSource: TimelineSource<NoteItem> = {
  newest: (tx, scope, before, limit) =>
    newestRows(tx, 'note', 'created_at', rowsAbout(scope), before, limit),
  hydrate: async (tx, ids) => {
    const notes = await hydrateNotes(tx, ids)
    return notes.map((note) => ({ ...note, kind: 'note', at: note.createdAt }))
  },
}
