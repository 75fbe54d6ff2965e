import { DESK } from './desk-ground.js';
import { describePlatform } from './platform-contract.js';
import { SLACK } from './slack-ground.js';
import { TEAMS } from './teams-ground.js';

describePlatform(SLACK);
describePlatform(TEAMS);
describePlatform(DESK);
