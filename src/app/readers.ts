import {
  type BaseReader,
  createModels,
  createReaders,
  type ExplainMove,
  explainMovesHere,
  type FetchDelta,
  loadBaseModel,
  loadLanguageDetector,
  type ReaderSource,
} from '#understand/index.ts'

/** The readers of all workspaces for this thread: the base, with what each has learnt. */
export async function openReaders(fetchDelta: FetchDelta): Promise<ReaderSource> {
  return createReaders(await loadLanguageDetector(), loadBaseModel(), fetchDelta)
}

/** Explains moves of readings with the models of all workspaces, in this thread. */
export async function openExplaining(fetchDelta: FetchDelta): Promise<ExplainMove> {
  return explainMovesHere(await loadLanguageDetector(), createModels(loadBaseModel(), fetchDelta))
}

/** What reads in this installation without corrections. */
export function describeBase(): BaseReader {
  return { name: loadBaseModel().name }
}
