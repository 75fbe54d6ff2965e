/** What the desk's pages do beyond links and forms. Everything works without it. */
import { actInPlace } from './act.js';
import { completeCommands } from './complete.js';
import { offerCopies } from './copy.js';
import { listenKeys } from './keys.js';
import { listenLive } from './live.js';
import { rememberBlocks } from './morph.js';
import { keepTimes } from './times.js';

rememberBlocks(document);
document.documentElement.classList.add('scripted');
keepTimes();
// On a phone the rail is a strip to swipe: where one is must be in sight.
document.querySelector('#rail-nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
offerCopies();
actInPlace();
completeCommands();
listenKeys();
if (document.body.classList.contains('desk')) listenLive();
