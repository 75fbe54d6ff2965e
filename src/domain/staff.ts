/** The people who act on alerts; one person may be known on several platforms. */
import type { PlatformName } from './policy.js';

export interface Staff {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  /** IANA name. */
  readonly timeZone?: string;
}

/** What a platform says of one of its users. */
export interface PlatformUser {
  readonly platform: PlatformName;
  /** The platform's id of the user, unique within the workspace. */
  readonly userId: string;
  readonly name: string;
  readonly email?: string;
  readonly timeZone?: string;
  readonly standing: Standing;
}

/** Only `member` may act. A stranger is from another organisation (Slack Connect), a guest is restricted, a gone one is deactivated. */
export type Standing = 'member' | 'guest' | 'stranger' | 'gone' | 'bot';
