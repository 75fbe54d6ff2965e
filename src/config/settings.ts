import type { Audience } from '../domain/digest/audience.js';
import type { PersonLink } from '../domain/one-address.js';
import type { Policy } from '../domain/policy.js';
import type { TestMarks } from './test-marks.js';

/** Everything that was configured, checked: what the wiring needs and nothing else. */
export interface Settings {
  /** Of the public listener. */
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** On loopback; 0: any free port. */
  readonly deskPort: number;
  /** Absent: the embedded database in `dataDirectory`. */
  readonly databaseUrl?: string;
  readonly dataDirectory: string;
  readonly logLevel: LogLevel;
  readonly slack?: SlackSettings;
  readonly teams?: TeamsSettings;
  /** Absent: nothing is read by anybody outside. */
  readonly model?: ModelSettings;
  readonly sources: readonly SourceSettings[];
  /** Whose addresses belong to one person. */
  readonly people: readonly PersonLink[];
  readonly policy: Policy;
  /** Who is told every day how things stand. */
  readonly digests: readonly Audience[];
  /** Who acts on the desk. */
  readonly operator: Operator;
  /** Only where EARSHOT_TEST is set, on loopback. */
  readonly test?: TestMarks;
  /** Whether there is no earshot.yaml. */
  readonly usesDefaults: boolean;
  /** The secret that Earshot made for its default source; present where no source is configured. */
  readonly ownSecret?: OwnSecret;
}

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface SlackSettings {
  readonly botToken: string;
  /** Always present without `appToken`. */
  readonly signingSecret?: string;
  /** Present: Socket Mode. */
  readonly appToken?: string;
  /** Ends with a slash. */
  readonly apiUrl: string;
}

export type TeamsSettings =
  | {
      readonly mode: 'app';
      readonly appId: string;
      readonly appPassword: string;
      readonly tenantId: string;
    }
  /** Without credentials, for tools on this machine. */
  | { readonly mode: 'local' };

export interface ModelSettings {
  readonly apiKey: string;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** As the service lists it. */
  readonly name: string;
  /** How often it may be asked on one day, counted in UTC, by all processes together. */
  readonly callsPerDay: number;
}

export interface SourceSettings {
  readonly name: string;
  readonly type: string;
  /** Newest first; two while one is being replaced. */
  readonly secrets: readonly string[];
  /** As the type's own schema gave them. */
  readonly settings: unknown;
  readonly limits: Limits | 'off';
  readonly keepBodiesDays: number;
}

/** Webhook calls a second that one source may send for long, and how many at once. */
export interface Limits {
  readonly perSecond: number;
  readonly burst: number;
}

export interface Operator {
  readonly name: string;
  readonly email?: string;
}

export interface OwnSecret {
  readonly file: string;
  /** Whether it was made at this start. */
  readonly isNew: boolean;
}
