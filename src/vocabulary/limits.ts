/** Every limit of the system, in one place. Units last. */
export const LIMITS = {
  /** One record of an import: a line, a mail, a feed entry. */
  recordBytesMax: 8 * 1024 * 1024,
  /** A document that has to be read whole: a feed. */
  documentBytesMax: 64 * 1024 * 1024,
  /** Lists inside lists of a document: answers to answers. */
  nestedListsMax: 100,
  /** What gzip may grow to against what was read of it; beyond, it is a bomb. */
  gzipRatioMax: 1000,
  /** Below this much output the ratio is not judged: short files repeat themselves. */
  gzipRatioFreeBytes: 64 * 1024 * 1024,
  /** One sheet of a workbook unpacked; rows and columns as many as Excel has. */
  sheetBytesMax: 2 * 1024 * 1024 * 1024,
  sheetRowsMax: 1_048_576,
  sheetColumnsMax: 16_384,
  /** The texts that the cells of a workbook share; they have to be held. */
  sharedTextsBytesMax: 256 * 1024 * 1024,
  sharedTextsMax: 4_000_000,
  /** Of each part of a workbook, for a look at its header and first rows. */
  workbookLookBytesMax: 16 * 1024 * 1024,
  textCharsMax: 200_000,
  nameCharsMax: 500,
  urlCharsMax: 2_000,
  keyCharsMax: 2_000,
  tagsPerActivityMax: 100,
  mentionsPerActivityMax: 100,
  /** Other keys of one activity, and verified links of one handle. */
  keysPerActivityMax: 20,
  linksPerHandleMax: 100,
  bioCharsMax: 10_000,
  /** Distinct search tokens kept of one post. */
  searchTokensMax: 20_000,
  searchTokenCharsMax: 64,
  searchQueryCharsMax: 200,
  activitiesPerRequestMax: 1_000,
  /** Activities of all requests together that may wait for the database. */
  activitiesInFlightMax: 4_000,
  /** One call of a sender of outcomes. */
  hookBytesMax: 1024 * 1024,
  /** Outcomes of one such call. */
  outcomesPerHookMax: 100,
  claimsPerOutcomeMax: 20,
  claimCharsMax: 2_000,
  linksPerWorkspaceMax: 10_000,
  codesPerWorkspaceMax: 10_000,
  codeCharsMax: 100,
  webhooksPerWorkspaceMax: 50,
  /** Deliveries of one webhook that may wait; beyond, it is switched off. */
  deliveriesWaitingMax: 50_000,
  /** Of what changed while a webhook was off, so much may be told afterwards. */
  missedDaysMax: 30,
  /** Clicks that may wait to be recorded; beyond, they are not counted. */
  clicksWaitingMax: 100_000,
  requestBytesMax: 32 * 1024 * 1024,
  uploadBytesMax: 20 * 1024 * 1024 * 1024,
  /** People of one picture of a community. */
  graphNodesMax: 50_000,
  pageItemsMax: 200,
  pageItemsDefault: 50,
  /** Rows that one call of a list of the log looks at, in rows times look-ups; its cursor goes on. */
  rowsLookedAtMax: 10_000,
  /** The same for a list of people. */
  peopleLookedAtMax: 4_000,
  /** Hits of a full-text search that one call looks at. */
  searchHitsLookedAtMax: 1_000,
  /** What was heard and is not yet worked off; beyond, whoever listens waits. */
  spoolBytesMax: 4 * 1024 * 1024 * 1024,
  /** One file of the spool; it is deleted whole. */
  spoolSegmentBytes: 64 * 1024 * 1024,
  /** Rows in one listening transaction. */
  batchRecords: 500,
  passwordCharsMin: 10,
  passwordCharsMax: 128,
  channelsPerWorkspaceMax: 5_000,
  /** What the settings of one channel come to as JSON. */
  channelSettingsCharsMax: 100_000,
  lawfulBasisCharsMax: 2_000,
  topicsPerWorkspaceMax: 2_000,
  aliasesPerTopicMax: 200,
  aliasCharsMax: 100,
  /** Streams of live updates that one member or key may hold open, and all of a workspace. */
  streamsPerMemberMax: 24,
  streamsPerWorkspaceMax: 1_000,
  /** Events that may wait for one stream; whoever reads slower is cut off and resumes. */
  streamEventsWaitingMax: 1_000,
  /** Events that a resuming stream is given; beyond, it is told to start afresh. */
  streamEventsResumedMax: 1_000,
  savedSearchesPerMemberMax: 50,
  pipelinesPerWorkspaceMax: 50,
  stagesPerPipelineMax: 30,
  /** A quadrillion: far above every deal, and in sums far below what a bigint holds. */
  dealValueMinorMax: 1_000_000_000_000_000,
  peoplePerDealMax: 100,
  /** Mail addresses, numbers or accounts of somebody, given at once. */
  detailsPerPersonMax: 20,
  /** Of a note, the summary of a contact, the detail of a task. */
  noteCharsMax: 20_000,
  mentionsPerNoteMax: 50,
  /** What whoever adds a deal, a task, a note or a contact calls it. */
  ownKeyCharsMax: 200,
  /** Names that one preview of a topic searches for, and the newest posts it looks at for each. */
  previewNamesMax: 30,
  previewPostsMax: 300,
  /** What a preview looks at of one text: more names stand at its beginning than behind. */
  previewPostCharsMax: 4_000,
  /** What one workspace may ask of a language model in a day, and at once. */
  votedPostsPerDayMax: 100_000,
  votedPostsPerRequestMax: 10,
  /** What a language model is shown of one text. */
  votedTextCharsMax: 4_000,
  modelNameCharsMax: 200,
  modelKeyCharsMax: 2_000,
  /** Kinds of relation that a workspace may add, and that one person or organisation may hold at once. */
  relationKindsMax: 100,
  relationsMax: 110,
  relationRulesMax: 50,
  ruleConditionsMax: 8,
  ruleWordsMax: 20,
  departmentsPerWorkspaceMax: 1_000,
  assignmentsShownMax: 2_000,
  tagsPerWorkspaceMax: 2_000,
  tagsPerSubjectMax: 50,
  tagCharsMax: 100,
  /** Of people, of organisations and of deals each. */
  customFieldsMax: 100,
  choicesPerFieldMax: 200,
  fieldTextCharsMax: 2_000,
  /** What a number or an amount in minor units may be at most, either side of zero. */
  fieldNumberMax: 1_000_000_000_000_000,
  listsPerWorkspaceMax: 500,
  /** Beyond, a list only says that there are more. */
  listedCountMax: 10_000,
  /** Rows that one edit changes, and that one hand-over passes on. */
  bulkRowsMax: 2_000,
  /** A hundred years. */
  retentionDaysMax: 36_525,
  /** Earliest instant an activity's own time may claim. */
  publishedMin: Date.UTC(1990, 0, 1),
} as const
