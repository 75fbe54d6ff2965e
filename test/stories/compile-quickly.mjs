// Loaded before a program that runs for seconds: compiling the embedded database well would cost more than it saves.
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--liftoff-only');
