/** Runs with every test file, after its own hooks. */
import { afterAll } from 'vitest';
import { closeWhatIsOpen } from './left-open.js';

afterAll(closeWhatIsOpen);
