import type { WorkspaceSpec } from './workspace.js';

export const CHANNEL = 'C0SUPPORT1';
export const KIM = 'U0KIM00001';

/** A workspace with one of each kind of user and of channel. */
export const ONE_OF_EACH: WorkspaceSpec = {
  users: [
    { id: KIM, name: 'kim', email: 'kim@example.com' },
    { id: 'U0GONE0001', deleted: true },
    { id: 'U0FARAWAY1', isStranger: true, teamId: 'T0OTHER001' },
  ],
  channels: [
    { id: CHANNEL, name: 'support' },
    { id: 'C0OPEN0001', name: 'open', botIsMember: false },
    { id: 'C0OLD00001', name: 'old', archived: true },
    { id: 'G0SECRET01', name: 'secret', kind: 'private', botIsMember: false },
  ],
  userGroups: [{ id: 'S0ONCALL01', handle: 'oncall', name: 'On call', users: [KIM], disabled: false }],
};
