import * as activities from './activities.ts'
import * as alerts from './alerts.ts'
import * as channels from './channels.ts'
import * as exporting from './export.ts'
import * as houseStyle from './house-style.ts'
import * as imports from './imports.ts'
import * as journeys from './journeys.ts'
import * as languageModel from './language-model.ts'
import * as members from './members.ts'
import * as opinions from './opinions.ts'
import * as organisations from './organisations.ts'
import * as outcomes from './outcomes.ts'
import * as overview from './overview.ts'
import * as people from './people.ts'
import * as quality from './quality.ts'
import type { Route } from './route.ts'
import * as savedSearches from './saved-searches.ts'
import * as stream from './stream.ts'
import * as topics from './topics.ts'
import * as workspace from './workspace.ts'
import * as world from './world.ts'

/** Every route of /api/v1, by name. The server, the access test and the web client are made from this list. */
export const ROUTES = {
  getSetup: workspace.getSetup,
  postSetup: workspace.postSetup,
  getSession: workspace.getSession,
  patchSession: workspace.patchSession,
  listApiKeys: workspace.listApiKeys,
  postApiKey: workspace.postApiKey,
  deleteApiKey: workspace.deleteApiKey,
  getOpenApi: workspace.getOpenApi,
  getStream: stream.getStream,
  getWorkspace: houseStyle.getWorkspace,
  patchWorkspace: houseStyle.patchWorkspace,
  getLanguageModel: languageModel.getLanguageModel,
  patchLanguageModel: languageModel.patchLanguageModel,
  listMembers: members.listMembers,
  patchMember: members.patchMember,
  deleteMember: members.deleteMember,
  listInvitations: members.listInvitations,
  postInvitation: members.postInvitation,
  deleteInvitation: members.deleteInvitation,
  postJoinLook: members.postJoinLook,
  postJoin: members.postJoin,
  getWorld: world.getWorld,
  postWorld: world.postWorld,
  getOverview: overview.getOverview,
  listChannels: channels.listChannels,
  getChannel: channels.getChannel,
  postChannel: channels.postChannel,
  patchChannel: channels.patchChannel,
  deleteChannel: channels.deleteChannel,
  postChannelPoll: channels.postChannelPoll,
  probeChannel: channels.probeChannel,
  listChannelKinds: channels.listChannelKinds,
  getBriefing: overview.getBriefing,
  listActivities: activities.listActivities,
  getActivity: activities.getActivity,
  postActivities: activities.postActivities,
  putReading: quality.putReading,
  deleteCorrection: quality.deleteCorrection,
  getCorrections: quality.getCorrections,
  getQuality: quality.getQuality,
  listQueue: quality.listQueue,
  postQueueAnswer: quality.postQueueAnswer,
  postTraining: quality.postTraining,
  postModelRun: quality.postModelRun,
  listSavedSearches: savedSearches.listSavedSearches,
  postSavedSearch: savedSearches.postSavedSearch,
  patchSavedSearch: savedSearches.patchSavedSearch,
  deleteSavedSearch: savedSearches.deleteSavedSearch,
  postSearchSeen: savedSearches.postSearchSeen,
  listAlerts: alerts.listAlerts,
  postAlertsSeen: alerts.postAlertsSeen,
  listPeople: people.listPeople,
  getPerson: people.getPerson,
  patchPerson: people.patchPerson,
  getTimeline: people.getTimeline,
  getJourneys: journeys.getJourneys,
  getPersonJourneys: journeys.getPersonJourneys,
  listOrganisations: organisations.listOrganisations,
  getOrganisation: organisations.getOrganisation,
  postOrganisation: organisations.postOrganisation,
  patchOrganisation: organisations.patchOrganisation,
  deleteOrganisation: organisations.deleteOrganisation,
  postOrganisationPerson: organisations.postOrganisationPerson,
  deleteOrganisationPerson: organisations.deleteOrganisationPerson,
  postOrganisationAccount: organisations.postOrganisationAccount,
  deleteOrganisationAccount: organisations.deleteOrganisationAccount,
  listOpinions: opinions.listOpinions,
  postOpinionsGroup: opinions.postOpinionsGroup,
  getOpinion: opinions.getOpinion,
  patchOpinion: opinions.patchOpinion,
  postOpinionMerge: opinions.postOpinionMerge,
  postOpinionSplit: opinions.postOpinionSplit,
  postOpinionUndo: opinions.postOpinionUndo,
  listTopics: topics.listTopics,
  postTopic: topics.postTopic,
  postTopicPreview: topics.postTopicPreview,
  patchTopic: topics.patchTopic,
  deleteTopic: topics.deleteTopic,
  postUpload: imports.postUpload,
  postImport: imports.postImport,
  listImports: imports.listImports,
  getImport: imports.getImport,
  patchImport: imports.patchImport,
  listRefusals: imports.listRefusals,
  downloadRefusals: imports.downloadRefusals,
  exportActivities: exporting.exportActivities,
  exportPeople: exporting.exportPeople,
  exportOutcomes: exporting.exportOutcomes,
  listOutcomes: outcomes.listOutcomes,
} satisfies Record<string, Route>

export type RouteName = keyof typeof ROUTES
