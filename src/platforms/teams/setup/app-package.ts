/** What is uploaded to Teams; it takes a package with these three files and no other: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package */
import { strToU8, zipSync } from 'fflate';
import { ICON_FILES, type TeamsManifest } from './manifest.js';

/** One instant for every file, so that the same app is the same bytes. */
const WRITTEN_AT = new Date(2000, 0, 1);

/** Bytes of PNG files: 192 × 192 and 32 × 32. */
export interface AppIcons {
  readonly color: Uint8Array;
  readonly outline: Uint8Array;
}

/** The bytes of the zip. */
export function appPackage(manifest: TeamsManifest, icons: AppIcons): Uint8Array {
  return zipSync(
    {
      'manifest.json': strToU8(`${JSON.stringify(manifest, null, 2)}\n`),
      [ICON_FILES.color]: icons.color,
      [ICON_FILES.outline]: icons.outline,
    },
    { mtime: WRITTEN_AT },
  );
}
