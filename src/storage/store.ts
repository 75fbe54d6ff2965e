/** Everything that can be asked of the database within one transaction. */
import type { PostingStore } from '../posting/posting-store.js';
import type { AdoptCardStore } from '../use-cases/adopt-card.js';
import type { AttendAlertsStore } from '../use-cases/attend-alerts.js';
import type { ChangeAlertStore } from '../use-cases/change-alert.js';
import type { HomeStore } from '../use-cases/keep-homes.js';
import type { KeepHouseStore } from '../use-cases/keep-house.js';
import type { KnowStaffStore } from '../use-cases/know-staff.js';
import type { FindShownAlertStore } from '../use-cases/find-shown-alert.js';
import type { NarrativeStore } from '../use-cases/narrative/narrative-store.js';
import type { NoticeStore } from '../use-cases/give-notice.js';
import type { ReadAlertsStore } from '../use-cases/read-alerts.js';
import type { ModelReadingsStore } from '../use-cases/read-by-model.js';
import type { ReadCustomersStore } from '../use-cases/read-customers.js';
import type { ReadDeskStore } from '../use-cases/read-desk.js';
import type { ModelMemoryStore } from '../use-cases/model-memory.js';
import type { OfferPostMortemsStore } from '../use-cases/post-mortem/offer-post-mortems.js';
import type { PostMortemStore } from '../use-cases/post-mortem/post-mortem-store.js';
import type { ReportedVoiceStore } from '../use-cases/reports/report-voice.js';
import type { ReadReportStore } from '../use-cases/read-report.js';
import type { RetryMessageStore } from '../use-cases/retry-message.js';
import type { SendDigestsStore } from '../use-cases/send-digests.js';
import type { ReportStore } from '../use-cases/share-report.js';
import type { FindThemesStore, ThemeStore } from '../use-cases/themes/theme-store.js';
import type { TeamsConversationStore } from '../use-cases/teams-conversations.js';
import type { Clock } from '../use-cases/transaction.js';
import type { TriageStore } from '../use-cases/triage-store.js';
import { createAdoptCardStore } from './adopt-card.js';
import { createAlertStore } from './alerts.js';
import { createAttendStore } from './attend-alerts.js';
import { createCustomerStore } from './customers.js';
import { createDeskReads } from './desk-reads.js';
import { createDigestStore } from './digests.js';
import { createHomeStore } from './homes.js';
import { createModelMemory } from './model-memory.js';
import { createModelReadings } from './model-readings.js';
import { createPostingStore } from './messages.js';
import { createAlikeStore } from './post-mortem/alerts-alike.js';
import { createPostMortemOffers } from './post-mortem/post-mortem-offers.js';
import { createPostMortemStore } from './post-mortem/post-mortems.js';
import { createNarrativeStore } from './narratives.js';
import { createNoticeStore } from './notices.js';
import { createReportStore } from './reports.js';
import { createRetryStore } from './retries.js';
import { createSeenRequestsStore, type SeenRequestsStore } from './seen-requests.js';
import { createShownAlertStore } from './shown-alerts.js';
import type { Sql } from './sql.js';
import { createStaffStore } from './staff.js';
import { createSummaryStore } from './summaries.js';
import { createTeamsConversationStore } from './teams-conversations.js';
import { createThemeNameStore } from './themes/theme-names.js';
import { createThemeSearchStore } from './themes/theme-searches.js';
import { createTriageStore } from './triage.js';
import { createUpkeepStore } from './upkeep.js';
import { createVoiceReportStore } from './voice-reports.js';

export interface Store
  extends
    AdoptCardStore,
    AttendAlertsStore,
    ChangeAlertStore,
    FindShownAlertStore,
    FindThemesStore,
    HomeStore,
    KeepHouseStore,
    KnowStaffStore,
    NarrativeStore,
    ModelMemoryStore,
    ModelReadingsStore,
    NoticeStore,
    OfferPostMortemsStore,
    PostMortemStore,
    PostingStore,
    ReadAlertsStore,
    ReadCustomersStore,
    ReadDeskStore,
    ReadReportStore,
    ReportedVoiceStore,
    ReportStore,
    RetryMessageStore,
    SeenRequestsStore,
    SendDigestsStore,
    TeamsConversationStore,
    ThemeStore,
    TriageStore {}

export function createStore(sql: Sql, clock: Clock): Store {
  return {
    ...createAdoptCardStore(sql),
    ...createAlertStore(sql),
    ...createAttendStore(sql),
    ...createCustomerStore(sql),
    ...createDeskReads(sql, clock),
    ...createDigestStore(sql),
    ...createHomeStore(sql),
    ...createNarrativeStore(sql),
    ...createModelMemory(sql),
    ...createModelReadings(sql),
    ...createNoticeStore(sql),
    ...createPostingStore(sql),
    ...createAlikeStore(sql),
    ...createPostMortemOffers(sql),
    ...createPostMortemStore(sql),
    ...createReportStore(sql),
    ...createRetryStore(sql),
    ...createSeenRequestsStore(sql),
    ...createShownAlertStore(sql),
    ...createStaffStore(sql),
    ...createSummaryStore(sql),
    ...createTeamsConversationStore(sql),
    ...createThemeNameStore(sql),
    ...createThemeSearchStore(sql),
    ...createTriageStore(sql),
    ...createUpkeepStore(sql),
    ...createVoiceReportStore(sql),
  };
}
