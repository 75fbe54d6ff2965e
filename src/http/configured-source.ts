import type { Source } from '../sources/source.js';
import type { RateLimit } from './token-bucket.js';

/** One sender as configured: what it sends to `POST /hooks/<name>`. */
export interface ConfiguredSource {
  readonly name: string;
  readonly source: Source;
  readonly limits: RateLimit | 'off';
  /** How long the raw bytes of its calls are kept. */
  readonly retentionDays: number;
}
